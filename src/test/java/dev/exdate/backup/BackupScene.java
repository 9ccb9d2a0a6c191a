package dev.exdate.backup;

import dev.exdate.database.TestDatabase;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.BackupSettings.Hook;
import dev.exdate.settings.BackupSettings.KeepRule;
import dev.exdate.settings.BackupSettings.Verification;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Backups of a database into a folder, and what becomes of them. */
final class BackupScene {
    static final Instant NIGHT = Instant.parse("2026-01-20T03:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 1, 19);

    private final Path folder;
    private final RecordingLog log = new RecordingLog();
    private Verification verification = Verification.AUTO;
    private List<String> encryptTo = List.of();
    private Optional<Path> pgDump = Optional.empty();
    private Optional<Hook> hook = Optional.empty();

    BackupScene(Path folder) {
        this.folder = folder;
    }

    BackupScene verifying(Verification wanted) {
        verification = wanted;
        return this;
    }

    BackupScene encryptingTo(String key) {
        encryptTo = List.of(key);
        return this;
    }

    BackupScene with(Path program) {
        pgDump = Optional.of(program);
        return this;
    }

    BackupScene calling(Path program, Duration limit) {
        hook = Optional.of(new Hook(program, limit));
        return this;
    }

    private BackupSettings settings() {
        return new BackupSettings(
                folder, new KeepRule(14, 0, 0), pgDump, verification, encryptTo, Optional.empty(), hook);
    }

    RecordingLog log() {
        return log;
    }

    TaskOutcome backUp(TestDatabase database) throws Exception {
        return backUp(database, NIGHT);
    }

    TaskOutcome backUp(TestDatabase database, Instant now) throws Exception {
        return backUp(database, database.address(), now);
    }

    TaskOutcome backUp(TestDatabase database, DatabaseAddress address, Instant now) throws Exception {
        return new BackupTask(database, address, settings(), at(now), "0.1.0").run(log.context(DAY));
    }

    void restore(TestDatabase database, String which, boolean overwrite, Optional<Path> identity) throws Exception {
        new Restore(database, database.address(), settings(), at(NIGHT.plusSeconds(3600)), "0.1.0")
                .restore(which, overwrite, identity, log);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    List<StoredSet> sets() throws IOException {
        return new BackupFolder(folder).stored();
    }

    StoredSet newest() throws IOException {
        return sets().getFirst();
    }

    /** Scratch databases for this one that are there. */
    static List<String> scratch(TestDatabase database) {
        return database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'exdate_proof_%'");
    }

    static Path script(Path file, String lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
