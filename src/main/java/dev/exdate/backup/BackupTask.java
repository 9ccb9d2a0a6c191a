package dev.exdate.backup;

import dev.exdate.database.Database;
import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Dumps the whole database with pg_dump, proves the dump, hands it to the hook, and deletes old sets by the retention
 * rules. If rows were lost since the backup of an earlier day, the task fails although its files are good, and all
 * older sets stay.
 */
@Dependent
public final class BackupTask implements Task {
    private final Database database;
    private final DatabaseAddress address;
    private final BackupSettings settings;
    private final PgToolSearch search;
    private final Clock clock;
    private final String exdateVersion;

    /** @param database to back up; its address is needed because pg_dump connects itself */
    @Inject
    public BackupTask(
            Database database,
            DatabaseAddress address,
            BackupSettings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String exdateVersion) {
        this(database, address, settings, PgToolSearch.onThisMachine(settings.pgDump()), clock, exdateVersion);
    }

    BackupTask(
            Database database,
            DatabaseAddress address,
            BackupSettings settings,
            PgToolSearch search,
            Clock clock,
            String exdateVersion) {
        this.search = search;
        this.database = database;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.exdateVersion = exdateVersion;
    }

    @Override
    public TaskName name() {
        return TaskName.BACKUP;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
        SetMaker making = new SetMaker(database, address, settings, search, clock, exdateVersion);
        making.sweep(context.log());
        ServerVersion server = ServerVersion.of(database);
        Optional<String> lacking = search.lacking(server.major(), server.text());
        if (lacking.isPresent()) {
            return new TaskOutcome.Skipped(lacking.get(), true);
        }
        BackupFolder folder = new BackupFolder(settings.folder());
        Optional<StoredSet> earlier = folder.lastBefore(TradingCalendar.today(clock), address.database());
        StoredSet stored = making.make(
                new SetMaker.Occasion(
                        context.marketDay(),
                        context.ended().stream().map(TaskName::id).sorted().toList(),
                        Manifest.Purpose.BACKUP),
                BackupFolder.needed(earlier),
                context.log());
        Manifest manifest = stored.manifest().orElseThrow();
        Comparison comparison = new Comparison(
                manifest,
                stored.set().day(),
                earlier.flatMap(StoredSet::manifest).orElse(null),
                earlier.map(it -> it.set().day()).orElse(null));
        describe(context, stored.set(), manifest, comparison);
        Optional<TaskFailed> notCopied = manifest.proof().holds() ? copyAway(stored.set(), context) : Optional.empty();
        prune(context, folder, stored, comparison.alarms().isEmpty());
        return conclusion(context, stored, manifest, comparison.alarms(), notCopied);
    }

    private static void describe(TaskContext context, BackupSet set, Manifest manifest, Comparison comparison) {
        comparison.counts().forEach(context.log()::line);
        context.log().line("📁 Full backup (schema + data): " + set.dump());
        context.log().line("📁 Schema-only backup: " + set.schema());
        context.log()
                .line("💾 Full backup size: %s (compressed%s), SHA-256 %s"
                        .formatted(
                                Size.of(manifest.dump().size()),
                                set.encrypted() ? ", encrypted" : "",
                                manifest.dump().sha256()));
        context.log().line("🔍 DATA QUALITY & ERROR CHECKS");
        Proof proof = manifest.proof();
        context.log()
                .line(
                        proof.holds()
                                ? "✅ Proven: " + proof.note()
                                : "🔴 CRITICAL: the backup failed its proof: " + proof.note());
        comparison.alarms().forEach(context.log()::line);
        comparison.remarks().forEach(context.log()::line);
    }

    private Optional<TaskFailed> copyAway(BackupSet set, TaskContext context) throws InterruptedException {
        try {
            if (settings.hook().isPresent()) {
                new HookCall(settings.hook().get()).on(set, context.log());
                context.log().line("✅ Copied away");
            }
            return Optional.empty();
        } catch (TaskFailed e) {
            context.log().line("🔴 CRITICAL: " + e.getMessage());
            return Optional.of(e);
        }
    }

    private void prune(TaskContext context, BackupFolder folder, StoredSet stored, boolean wellFilled)
            throws IOException {
        Retention retention = new Retention(
                context.options().keep().orElse(settings.keep()), stored.set().day());
        List<StoredSet> all = folder.stored();
        List<BackupSet> going =
                !wellFilled ? List.of() : stored.isProven() ? retention.going(all) : retention.unprovenGoing(all);
        for (BackupSet old : going) {
            old.remove();
            context.log().line("🗑️  Deleted old backup: " + old.dump());
        }
        context.log()
                .line(
                        going.isEmpty()
                                ? "✅ No old backups to clean up"
                                : "✅ Cleaned up %d old backup(s)".formatted(going.size()));
        List<StoredSet> kept = folder.stored();
        context.log()
                .line("💾 Total backup storage: %s (%d backup(s) retained)"
                        .formatted(
                                Size.of(kept.stream().mapToLong(StoredSet::size).sum()), kept.size()));
    }

    private static TaskOutcome conclusion(
            TaskContext context,
            StoredSet stored,
            Manifest manifest,
            List<String> alarms,
            Optional<TaskFailed> notCopied)
            throws TaskFailed {
        Tally tally = new Tally(manifest.tables().size(), manifest.contents().total(), 0, 0, 0, 0);
        if (manifest.proof().holds() && alarms.isEmpty() && notCopied.isEmpty()) {
            context.log().line("🎉 DATABASE BACKUP COMPLETED SUCCESSFULLY");
            return new TaskOutcome.Succeeded(tally);
        }
        context.log().line("⚠️  DATABASE BACKUP COMPLETED WITH ERRORS");
        BackupSet set = stored.set();
        if (!manifest.proof().holds()) {
            throw new TaskFailed(
                    "the backup %s failed its proof: %s; older backups were kept. If this server can't do test restores at all,"
                                    .formatted(set.dump(), manifest.proof().note())
                            + " set EXDATE_BACKUP_VERIFY=list",
                    tally);
        }
        if (!alarms.isEmpty()) {
            throw new TaskFailed(
                    "the backup %s is good, but %s; check the data; older backups were kept"
                            .formatted(set.dump(), alarms.getFirst().replace("🔴 CRITICAL: ", "")),
                    tally);
        }
        throw new TaskFailed(notCopied.map(TaskFailed::getMessage).orElse(""), tally);
    }
}
