package dev.exdate.web.browser;

import dev.exdate.process.Children;
import dev.exdate.process.Owner;
import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Throw-away profiles of browsers, in the folder for temporary files. Each carries its maker's name, so that the next run
 * ends a browser whose maker was killed, and deletes what it has left.
 */
final class BrowserProfiles {
    private static final String PREFIX = "exdate-browser-";
    private static final Pattern SOCKETS =
            Pattern.compile("\\.?(?:org\\.chromium\\.Chromium|com\\.google\\.Chrome)\\.\\w+");

    private final Path folder;

    BrowserProfiles(Path folder) {
        this.folder = folder;
    }

    /** {@code TMPDIR} where it is set, else where the system keeps temporary files. */
    static BrowserProfiles ofThisMachine() {
        String set = System.getenv("TMPDIR");
        return new BrowserProfiles(Path.of(set == null || set.isBlank() ? System.getProperty("java.io.tmpdir") : set));
    }

    /** An empty one; those of makers that are gone go. */
    Path create() throws IOException {
        for (Path left : left()) {
            Children.endThoseAt(left);
            delete(left);
        }
        return Files.createTempDirectory(folder, PREFIX + Owner.self().text() + "-");
    }

    private List<Path> left() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*")) {
            return StreamSupport.stream(entries.spliterator(), false)
                    .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(BrowserProfiles::makerIsGone)
                    .toList();
        }
    }

    private static boolean makerIsGone(Path profile) {
        String name = profile.getFileName().toString().substring(PREFIX.length());
        int end = name.lastIndexOf('-');
        return end > 0
                && Owner.read(name.substring(0, end))
                        .filter(maker -> !maker.isAlive())
                        .isPresent();
    }

    static void delete(Path profile) {
        deleteSocket(profile);
        deleteAll(profile);
    }

    /** A browser has its socket in a folder of its own beside the profile, which has a link to it: paths of sockets are short. */
    private static void deleteSocket(Path profile) {
        try {
            Path folder =
                    Files.readSymbolicLink(profile.resolve("SingletonSocket")).getParent();
            if (folder != null
                    && SOCKETS.matcher(folder.getFileName().toString()).matches()) {
                deleteAll(folder);
            }
        } catch (IOException e) {
            return;
        }
    }

    private static void deleteAll(Path folder) {
        try {
            PrivateFiles.delete(folder);
        } catch (IOException e) {
            // What a dying child still writes there goes with the next run.
            System.getLogger("dev.exdate.scraper.nyse").log(System.Logger.Level.DEBUG, "profile not deleted", e);
        }
    }
}
