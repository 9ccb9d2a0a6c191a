package dev.exdate.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recorded answers of the real sources, where they lie beside the project or where EXDATE_SAMPLES says. */
public final class Samples {
    private Samples() {}

    public static Optional<Path> folder() {
        String named = System.getenv("EXDATE_SAMPLES");
        Path folder = named == null || named.isBlank() ? Path.of("..", "shared", "samples") : Path.of(named);
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    /** A test that reads them is left out where there are none. */
    public static void assumePresent() {
        assumeTrue(folder().isPresent(), "no recorded answers here (EXDATE_SAMPLES)");
    }

    public static Optional<Path> find(String name) {
        return folder().map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
    }
}
