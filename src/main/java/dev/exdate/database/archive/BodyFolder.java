package dev.exdate.database.archive;

import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Bodies in files named by their hash. */
record BodyFolder(Path folder) {
    /** Temporary names would cost more than all else: a file that a crash has cut is written again when it is met. */
    void keep(PackedBody body) throws IOException {
        Path file = fileOf(body.hash());
        if (Files.exists(file) && Files.size(file) == body.gzip().length) {
            return;
        }
        try {
            PrivateFiles.write(file, body.gzip());
        } catch (NoSuchFileException e) {
            PrivateFiles.folder(folderOf(body.hash()));
            PrivateFiles.write(file, body.gzip());
        }
    }

    /** Empty if it is not there any more. */
    Optional<byte[]> read(String hash) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(fileOf(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void delete(String hash) throws IOException {
        Files.deleteIfExists(fileOf(hash));
    }

    private Path folderOf(String hash) {
        return folder.resolve(hash.substring(0, 2));
    }

    private Path fileOf(String hash) {
        return folderOf(hash).resolve(hash + ".gz");
    }
}
