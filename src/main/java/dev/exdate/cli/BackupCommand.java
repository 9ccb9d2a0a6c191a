package dev.exdate.cli;

import dev.exdate.backup.BackupList;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exdate backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Backs up the database and verifies the backup.",
            "Backups that are too old to keep are deleted afterwards."
        },
        footerHeading = "%nExample:%n",
        footer = {"  EXDATE_BACKUP_DIR=/mnt/backups exdate backup --keep-weekly 8", "  exdate backup --list"})
final class BackupCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;
    private final UntouchedBackup foreign;
    private final Settings settings;
    private final Clock clock;

    @Option(names = "--list", description = "list the backups with age, size and proof; make no backup")
    boolean list;

    @Option(names = "--json", description = "with --list: print one JSON array instead of lines")
    boolean json;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "keep all backups of the last N days (default: EXDATE_BACKUP_KEEP_DAYS or 14)")
    @Nullable Integer keepDays;

    @Option(
            names = "--keep-weekly",
            paramLabel = "N",
            description = "keep one backup for each of N weeks (default: EXDATE_BACKUP_KEEP_WEEKLY or none)")
    @Nullable Integer keepWeekly;

    @Option(
            names = "--keep-monthly",
            paramLabel = "N",
            description = "keep one backup for each of N months (default: EXDATE_BACKUP_KEEP_MONTHLY or none)")
    @Nullable Integer keepMonthly;

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    BackupCommand(TaskCommand tasks, UntouchedBackup foreign, Settings settings, Clock clock) {
        this.tasks = tasks;
        this.foreign = foreign;
        this.settings = settings;
        this.clock = clock;
    }

    /** To show which sets there are takes no database. */
    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return list ? Preparation.settings(sources.file()) : Preparation.filled(sources.file());
    }

    @Override
    public Integer call() throws Exception {
        if (json && !list) {
            throw new ParameterException(spec.commandLine(), "--json requires --list");
        }
        PrintWriter out = spec.commandLine().getOut();
        BackupSettings backup = settings.with(keeping()).backup();
        if (list) {
            BackupList sets = new BackupList(backup.folder(), clock);
            out.println(json ? sets.json() : sets.table().stripTrailing());
            return ExitCode.DONE;
        }
        Optional<Integer> untouched = foreign.make(tasks.options().keeping(backup.keep()), out);
        if (untouched.isPresent()) {
            return untouched.get();
        }
        return tasks.run("backup", List.of(TaskName.BACKUP), tasks.options().keeping(backup.keep()), out);
    }

    private Map<String, String> keeping() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "EXDATE_BACKUP_KEEP_DAYS", keepDays);
        put(set, "EXDATE_BACKUP_KEEP_WEEKLY", keepWeekly);
        put(set, "EXDATE_BACKUP_KEEP_MONTHLY", keepMonthly);
        return set;
    }

    private static void put(Map<String, String> set, String name, @Nullable Integer value) {
        if (value != null) {
            set.put(name, value.toString());
        }
    }
}
