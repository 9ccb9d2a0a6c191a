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
 * Temporary browser profiles in the folder for temporary files. Each name identifies its process, so that the next run
 * stops the browser of a killed process and deletes its files.
 */
final class BrowserProfiles {
    private static final String PREFIX = "exdate-browser-";
    private static final Pattern SOCKETS =
            Pattern.compile("\\.?(?:org\\.chromium\\.Chromium|com\\.google\\.Chrome)\\.\\w+");

    private final Path folder;

    BrowserProfiles(Path folder) {
        this.folder = folder;
    }

    /** {@code TMPDIR} if set, else the system's folder for temporary files. */
    static BrowserProfiles ofThisMachine() {
        String set = System.getenv("TMPDIR");
        return new BrowserProfiles(Path.of(set == null || set.isBlank() ? System.getProperty("java.io.tmpdir") : set));
    }

    /** Creates an empty one, and removes those of processes that are gone. */
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

    /**
     * A browser keeps its socket in a separate folder that the profile links to, because socket paths must be short.
     */
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
            // The next run removes what a dying child process still writes there.
            System.getLogger("dev.exdate.scraper.nyse").log(System.Logger.Level.DEBUG, "profile not deleted", e);
        }
    }
}
