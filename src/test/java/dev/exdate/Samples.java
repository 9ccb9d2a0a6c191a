package dev.exdate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Saved answers of real sources, which lie outside the project and may be missing. */
public final class Samples {
    private Samples() {}

    /** The sample's file, {@code yahoo/chart.json}, in {@code EXDATE_SAMPLES} or {@code ../shared/samples}. */
    public static Optional<Path> find(String name) {
        String folder = System.getenv().getOrDefault("EXDATE_SAMPLES", "../shared/samples");
        Path file = Path.of(folder).resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
