package dev.exdate.web.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds a Chromium: only the one in the settings if there is one, else one in these folders.
 *
 * @param folders where to look, in order
 */
public record Browsers(Optional<Path> set, List<Path> folders) {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    public Browsers {
        folders = List.copyOf(folders);
    }

    /** @param set the one to use; empty looks for one on PATH */
    public static Browsers onThisMachine(Optional<Path> set) {
        String path = System.getenv("PATH");
        return new Browsers(
                set,
                Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList());
    }

    /** Empty if none can be run. */
    public Optional<Path> find() {
        return set.isPresent()
                ? set.filter(Browsers::isProgram)
                : folders.stream()
                        .flatMap(folder -> NAMES.stream().map(folder::resolve))
                        .filter(Browsers::isProgram)
                        .findFirst();
    }

    /** That none is set and none is there, and what to install; empty where one is set, whether or not it works. */
    public Optional<String> lacking() {
        return set.isPresent() || find().isPresent()
                ? Optional.empty()
                : Optional.of("no Chromium found on PATH; install chromium (apt-get install chromium)"
                        + " or set EXDATE_BROWSER to one");
    }

    private static boolean isProgram(Path file) {
        return Files.isExecutable(file) && !Files.isDirectory(file);
    }
}
