package dev.exdate.cli;

import dev.exdate.backup.Restore;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.run.Shutdown;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Restores a backup into an empty database.",
            "The result is compared with the backup's manifest. The restore either completes or changes nothing."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  exdate restore latest",
            "  exdate restore backups/20260119/full_backup_20260119_220000.dump --overwrite"
        })
final class RestoreCommand implements Callable<Integer>, Prepares {
    private final DatabaseDoor door;
    private final Settings settings;
    private final Clock clock;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "the backup's dump (full_backup_….dump, with its manifest in the same folder), or latest for the newest proven one")
    String which = "";

    @Option(
            names = "--overwrite",
            description =
                    "replace the database's content after backing it up; otherwise a non-empty database is refused")
    boolean overwrite;

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description =
                    "the age-keygen file with the secret key of an encrypted backup (default: EXDATE_BACKUP_IDENTITY)")
    @Nullable Path identity;

    @Mixin
    PrivateOption database = new PrivateOption();

    @Spec
    CommandSpec spec;

    RestoreCommand(DatabaseDoor door, Settings settings, Clock clock) {
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(Optional.empty(), database);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Path> key =
                Optional.ofNullable(identity).or(() -> settings.backup().identity());
        try (Shutdown ending = Shutdown.within(settings.runLimit())) {
            return ending.guarding(() -> {
                out.println(door.shown());
                Session session = door.open();
                try (RunLock lock = RunLock.take(session.address(), settings.databasePatience())) {
                    new Restore(session.database(), session.address(), settings.backup(), clock, Version.number())
                            .restore(which, overwrite, key, new TerminalLog(out, settings.redaction()));
                    return ExitCode.DONE;
                }
            });
        }
    }
}
