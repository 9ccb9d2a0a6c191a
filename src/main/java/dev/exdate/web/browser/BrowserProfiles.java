package dev.exdate.web.browser;

import dev.exdate.process.Children;
import dev.exdate.process.OwnedNames;
import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Temporary browser profiles in the folder for temporary files. Each name identifies its process, so that the next run
 * stops the browser of a killed process and deletes its files.
 */
final class BrowserProfiles {
    static final String PREFIX = "exdate-browser-";
    private static final Pattern SOCKETS =
            Pattern.compile("\\.?(?:org\\.chromium\\.Chromium|com\\.google\\.Chrome)\\.\\w+");

    private final OwnedNames names;

    BrowserProfiles(OwnedNames names) {
        this.names = names;
    }

    static BrowserProfiles ofThisMachine() {
        return new BrowserProfiles(OwnedNames.temporary(PREFIX));
    }

    /** Creates an empty one, and removes those of processes that are gone. */
    Path create() throws IOException {
        for (Path left : names.left()) {
            if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
                Children.endThoseAt(left);
                delete(left);
            }
        }
        return Files.createTempDirectory(names.folder(), names.beginning());
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
