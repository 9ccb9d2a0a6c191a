package dev.exdate.backup;

import dev.exdate.process.OwnedNames;
import dev.exdate.settings.PrivateFiles;
import dev.exdate.settings.Secret;
import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The database's password for one call of PostgreSQL's programs: in a file that only its owner may read, and that is
 * gone after the call. In an environment, it would reach the program's own children and core dumps as well.
 */
final class PasswordForTools implements AutoCloseable {
    static final String PREFIX = "exdate-pgpass-";

    private final Optional<Path> file;

    private PasswordForTools(Optional<Path> file) {
        this.file = file;
    }

    /** Without a password there is no file. What killed processes left behind is removed first. */
    static PasswordForTools of(DumpTarget target) throws IOException, TaskFailed {
        return of(target, OwnedNames.temporary(PREFIX));
    }

    static PasswordForTools of(DumpTarget target, OwnedNames names) throws IOException, TaskFailed {
        for (Path left : names.left()) {
            Files.deleteIfExists(left);
        }
        Optional<String> password =
                target.address().secret().map(Secret::reveal).filter(text -> !text.isEmpty());
        if (password.isEmpty()) {
            return new PasswordForTools(Optional.empty());
        }
        if (password.get().lines().count() > 1) {
            throw new TaskFailed("the database's password has a line break, which pg_dump can't read; change it");
        }
        Path file = names.folder()
                .resolve(names.beginning() + UUID.randomUUID().toString().replace("-", ""));
        PrivateFiles.write(file, "*:*:*:*:" + password.get().replaceAll("[\\\\:]", "\\\\$0") + "\n");
        return new PasswordForTools(Optional.of(file));
    }

    Map<String, String> environment() {
        return file.map(it -> Map.of("PGPASSFILE", it.toString())).orElse(Map.of());
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
