package dev.exdate.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Temporary files and folders whose names tell which process made them, so that the next one can remove what a killed
 * process left behind.
 */
public record OwnedNames(Path folder, String prefix) {
    /** In {@code TMPDIR} if set, else in the system's folder for temporary files. */
    public static OwnedNames temporary(String prefix) {
        String set = System.getenv("TMPDIR");
        return new OwnedNames(
                Path.of(set == null || set.isBlank() ? System.getProperty("java.io.tmpdir") : set), prefix);
    }

    /** What a name made by this process begins with. */
    public String beginning() {
        return prefix + Owner.self().text() + "-";
    }

    /** Those of processes that are gone. */
    public List<Path> left() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, prefix + "*")) {
            return StreamSupport.stream(entries.spliterator(), false)
                    .filter(this::makerIsGone)
                    .toList();
        }
    }

    private boolean makerIsGone(Path file) {
        String name = file.getFileName().toString().substring(prefix.length());
        int end = name.lastIndexOf('-');
        return end > 0
                && Owner.read(name.substring(0, end))
                        .filter(maker -> !maker.isAlive())
                        .isPresent();
    }
}
