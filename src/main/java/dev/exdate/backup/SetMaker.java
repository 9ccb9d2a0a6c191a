package dev.exdate.backup;

import dev.exdate.database.Database;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.FileFailure;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one set: dumps it, proves it, and only then gives it its final name. */
final class SetMaker {
    private final Database database;
    private final DatabaseAddress address;
    private final BackupSettings settings;
    private final PgToolSearch search;
    private final Clock clock;
    private final String exdateVersion;
    private final TestRestore proving;

    SetMaker(
            Database database,
            DatabaseAddress address,
            BackupSettings settings,
            PgToolSearch search,
            Clock clock,
            String exdateVersion) {
        this.database = database;
        this.address = address;
        this.settings = settings;
        this.search = search;
        this.clock = clock;
        this.exdateVersion = exdateVersion;
        this.proving = new TestRestore(database, address, settings.verification(), clock);
    }

    /** Why and for which day a set is made, for its manifest. */
    record Occasion(LocalDate marketDay, List<String> ended, Manifest.Purpose purpose) {}

    /** Removes the leftovers of killed runs. The caller must hold the database's lock. */
    void sweep(TaskLog log) throws IOException, SQLException {
        for (BackupSet left : new BackupFolder(settings.folder()).removeUnfinished()) {
            log.line("🧹 Removed files of an interrupted backup: " + left.dump());
        }
        for (String left : ScratchDatabase.dropLeft(database, address)) {
            log.line("🧹 Dropped the scratch database of an interrupted backup: " + left);
        }
    }

    /**
     * A set that failed its proof stays, and its manifest says so: it is better than nothing.
     *
     * @param spaceNeeded bytes that the folder must have free
     * @throws TaskFailed if no set could be made
     */
    StoredSet make(Occasion occasion, long spaceNeeded, TaskLog log)
            throws SQLException, InterruptedException, TaskFailed {
        ServerVersion server = ServerVersion.of(database);
        PgTools tools = search.find(server.major(), server.text());
        boolean restores = proving.restores(log);
        BackupSet set = BackupSet.next(
                settings.folder(), clock.instant(), !settings.encryptTo().isEmpty());
        log.line("💾 Backing up %s with pg_dump %s (server %s) to %s"
                .formatted(address.database(), tools.version(), server.text(), set.dump()));
        try {
            try {
                set.begin();
                requireSpace(spaceNeeded);
                Manifest manifest = write(set, tools, server, occasion, restores, log);
                set.complete();
                return new StoredSet(set, Optional.of(manifest), manifest.dump().size());
            } finally {
                set.discard();
            }
        } catch (IOException e) {
            throw new TaskFailed(
                    "can't write the backup to %s: %s; free space, fix permissions or set EXDATE_BACKUP_DIR"
                            .formatted(set.folder(), FileFailure.reason(e)),
                    e);
        }
    }

    private Manifest write(
            BackupSet set, PgTools tools, ServerVersion server, Occasion occasion, boolean restores, TaskLog log)
            throws SQLException, IOException, InterruptedException, TaskFailed {
        Path dump = BackupSet.partial(set.dump());
        Path schema = BackupSet.partial(set.schema());
        // The file on the disk is decrypted with this process's own key, so that the proof is of that very file.
        Optional<AgeKey> key = set.encrypted() ? Optional.of(AgeKey.ephemeral()) : Optional.empty();
        List<String> recipients = new ArrayList<>(settings.encryptTo());
        key.ifPresent(it -> recipients.add(it.recipient()));
        PgDump dumping = new PgDump(new DumpTarget(address), tools, recipients);
        Archive archive = new Archive(dump, key, tools);
        Manifest manifest;
        try (Connection connection = database.connection();
                Snapshot snapshot = Snapshot.open(connection)) {
            Instant takenAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Contents contents = snapshot.contents();
            dumping.schema(snapshot, schema);
            dumping.full(snapshot, dump);
            manifest = new Manifest(
                    address.database(),
                    takenAt,
                    occasion.marketDay(),
                    new Manifest.Versions(exdateVersion, server.text(), tools.version(), snapshot.tablesVersion()),
                    occasion.ended(),
                    contents,
                    occasion.purpose(),
                    Proof.NONE,
                    described(set.dump(), dump),
                    described(set.schema(), schema));
        }
        archive.verify(manifest.tables().keySet());
        manifest = manifest.proven(
                restores ? proving.restored(archive, manifest, set.stamp(), log) : proving.listed(manifest));
        Files.writeString(
                BackupSet.partial(set.checksum()),
                "%s  %s\n%s  %s\n"
                        .formatted(
                                manifest.dump().sha256(),
                                manifest.dump().name(),
                                manifest.schema().sha256(),
                                manifest.schema().name()));
        new ManifestJson().write(manifest, BackupSet.partial(set.manifest()));
        Checksum.synced(BackupSet.partial(set.checksum()));
        Checksum.synced(BackupSet.partial(set.manifest()));
        return manifest;
    }

    private static Manifest.DumpFile described(Path named, Path written) throws IOException {
        return new Manifest.DumpFile(named.getFileName().toString(), Files.size(written), Checksum.synced(written));
    }

    /** Otherwise a full disk would be noticed only at the end of a long dump. */
    private void requireSpace(long needed) throws IOException, TaskFailed {
        long free = Files.getFileStore(settings.folder()).getUsableSpace();
        if (free < needed) {
            throw new TaskFailed("%s has %s free, but a backup needs about %s; free space or set EXDATE_BACKUP_DIR"
                    .formatted(settings.folder(), Size.of(free), Size.of(needed)));
        }
    }
}
