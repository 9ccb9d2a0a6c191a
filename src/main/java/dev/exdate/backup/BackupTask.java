package dev.exdate.backup;

import dev.exdate.database.Database;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dumps the whole database with pg_dump, proves the dump, and keeps the sets of the last days. A loss of rows since the
 * backup of an earlier day fails the task although its files are good, and keeps all older sets.
 */
public final class BackupTask implements Task {
    private static final int MAJOR = 10_000;

    private final Database database;
    private final DumpTarget target;
    private final Path root;
    private final int keepDays;
    private final PgToolSearch search;
    private final Clock clock;
    private final String exdateVersion;
    private final ManifestJson manifests = new ManifestJson();

    /**
     * @param folder of all backups; a folder a day is made in it
     * @param keepDays sets of days before that go, once a newer one is proved
     * @param pgDump the program to use; empty to look for it
     */
    public BackupTask(
            Database database,
            DumpTarget target,
            Path folder,
            int keepDays,
            Optional<Path> pgDump,
            Clock clock,
            String exdateVersion) {
        this(database, target, folder, keepDays, PgToolSearch.onThisMachine(pgDump), clock, exdateVersion);
    }

    BackupTask(
            Database database,
            DumpTarget target,
            Path folder,
            int keepDays,
            PgToolSearch search,
            Clock clock,
            String exdateVersion) {
        this.database = database;
        this.target = target;
        this.root = folder.toAbsolutePath().normalize();
        this.keepDays = keepDays;
        this.search = search;
        this.clock = clock;
        this.exdateVersion = exdateVersion;
    }

    @Override
    public TaskName name() {
        return TaskName.BACKUP;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
        Server server = server();
        PgTools tools = search.find(server.major(), server.version());
        for (BackupSet left : new BackupFolder(root).removeUnfinished()) {
            context.log().line("🧹 Removed what a backup that was cut off has left: " + left.dump());
        }
        BackupSet set = BackupSet.at(root, LocalDateTime.now(clock));
        Optional<BackupSet> earlier = new BackupFolder(root).lastBefore(set.day());
        Optional<Manifest> before = earlier.flatMap(it -> manifests.read(it.manifest()));
        context.log()
                .line("💾 Backing up %s with pg_dump %s (server %s) to %s"
                        .formatted(target.database(), tools.version(), server.version(), set.dump()));
        Manifest manifest;
        try {
            set.begin();
            requireSpace(before);
            manifest = write(set, tools, server, context);
            set.complete();
        } finally {
            set.discard();
        }
        return close(
                context,
                set,
                manifest,
                new Comparison(
                        manifest,
                        set.day(),
                        before.orElse(null),
                        earlier.map(BackupSet::day).orElse(null)));
    }

    private Manifest write(BackupSet set, PgTools tools, Server server, TaskContext context)
            throws SQLException, IOException, InterruptedException, TaskFailed {
        Path dump = BackupSet.partial(set.dump());
        Path schema = BackupSet.partial(set.schema());
        Dumping dumping = new Dumping(target, tools);
        try (Connection connection = database.connection();
                Snapshot snapshot = Snapshot.open(connection)) {
            var takenAt = clock.instant();
            var rows = snapshot.rows();
            dumping.schema(snapshot, schema);
            dumping.full(snapshot, dump);
            dumping.verify(dump, rows.keySet());
            Manifest manifest = new Manifest(
                    takenAt,
                    context.marketDay(),
                    new Manifest.Versions(exdateVersion, server.version(), tools.version()),
                    context.ended().stream().sorted().map(TaskName::id).toList(),
                    rows,
                    described(set.dump(), dump),
                    described(set.schema(), schema));
            Files.writeString(
                    BackupSet.partial(set.checksum()),
                    "%s  %s\n%s  %s\n"
                            .formatted(
                                    manifest.dump().sha256(),
                                    manifest.dump().name(),
                                    manifest.schema().sha256(),
                                    manifest.schema().name()));
            manifests.write(manifest, BackupSet.partial(set.manifest()));
            return manifest;
        }
    }

    private static Manifest.DumpFile described(Path named, Path written) throws IOException {
        return new Manifest.DumpFile(named.getFileName().toString(), Files.size(written), Checksum.of(written));
    }

    /** A full disk would only be found after the whole time of a dump. */
    private void requireSpace(Optional<Manifest> before) throws IOException, TaskFailed {
        long needed = before.map(it -> it.dump().size() + it.dump().size() / 5).orElse(0L);
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < needed) {
            throw new TaskFailed(
                    "%s has %s free, a backup needs about %s: make space or set EXDATE_BACKUP_DIR"
                            .formatted(root, size(free), size(needed)),
                    Tally.NONE);
        }
    }

    private TaskOutcome close(TaskContext context, BackupSet set, Manifest manifest, Comparison comparison)
            throws IOException, TaskFailed {
        comparison.counts().forEach(context.log()::line);
        context.log().line("📁 Full backup (schema + data): " + set.dump());
        context.log().line("📁 Schema-only backup: " + set.schema());
        context.log()
                .line("💾 Full backup size: %s (compressed), SHA-256 %s"
                        .formatted(size(manifest.dump().size()), manifest.dump().sha256()));
        context.log().line("🔍 DATA QUALITY & ERROR CHECKS");
        List<String> alarms = comparison.alarms();
        alarms.forEach(context.log()::line);
        comparison.remarks().forEach(context.log()::line);
        BackupFolder folder = new BackupFolder(root);
        if (alarms.isEmpty()) {
            removeOld(context, folder, set.day());
        }
        List<BackupSet> kept = folder.complete();
        long storage = 0;
        for (BackupSet backup : kept) {
            storage += backup.dumpSize();
        }
        context.log().line("💾 Total backup storage: %s (%d backup(s) retained)".formatted(size(storage), kept.size()));
        if (!alarms.isEmpty()) {
            context.log().line("⚠️  DATABASE BACKUP COMPLETED WITH ERRORS");
            throw new TaskFailed(
                    "the backup %s is good, but %s: look at the data; older backups were kept"
                            .formatted(set.dump(), alarms.getFirst().replace("🔴 CRITICAL: ", "")),
                    tally(manifest));
        }
        context.log().line("🎉 DATABASE BACKUP COMPLETED SUCCESSFULLY");
        return new TaskOutcome.Succeeded(tally(manifest));
    }

    private void removeOld(TaskContext context, BackupFolder folder, LocalDate today) throws IOException {
        List<Path> removed = folder.removeBefore(today.minusDays(keepDays));
        removed.forEach(it -> context.log().line("🗑️  Deleted old backup: " + it));
        context.log()
                .line(
                        removed.isEmpty()
                                ? "✅ No old backups to clean up"
                                : "✅ Cleaned up %d old backup(s)".formatted(removed.size()));
    }

    private static Tally tally(Manifest manifest) {
        long rows =
                manifest.tables().values().stream().mapToLong(Long::longValue).sum();
        return new Tally(manifest.tables().size(), rows, 0, 0, 0, 0);
    }

    private record Server(int major, String version) {}

    private Server server() throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            return new Server(row.getInt(1) / MAJOR, row.getString(2).split(" ", 2)[0]);
        }
    }

    private static String size(long bytes) {
        if (bytes < 1 << 20) {
            return String.format(Locale.US, "%.1f KB", bytes / 1024.0);
        }
        return bytes < 1 << 30
                ? String.format(Locale.US, "%.1f MB", bytes / (1024.0 * 1024))
                : String.format(Locale.US, "%.2f GB", bytes / (1024.0 * 1024 * 1024));
    }
}
