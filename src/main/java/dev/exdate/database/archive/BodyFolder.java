package dev.exdate.database.archive;

import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Bodies in files named by their hash. */
record BodyFolder(Path folder) {
    /** A file is there as a whole or not at all. */
    void keep(PackedBody body) throws IOException {
        Path file = file(body.hash());
        if (Files.exists(file)) {
            return;
        }
        PrivateFiles.folder(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "part", ".tmp");
        try {
            Files.write(part, body.gzip());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Empty if it is not there any more. */
    Optional<byte[]> read(String hash) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void delete(String hash) throws IOException {
        Files.deleteIfExists(file(hash));
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash + ".gz");
    }
}
