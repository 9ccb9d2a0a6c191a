package dev.exdate.web.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds a Chromium. */
public final class Browsers {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    private Browsers() {}

    /** @param set the one to use; empty looks for one on PATH. Empty when there is none that can be run. */
    public static Optional<Path> find(Optional<Path> set) {
        if (set.isPresent()) {
            return set.filter(Browsers::isProgram);
        }
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Browsers::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isExecutable(file) && !Files.isDirectory(file);
    }
}
