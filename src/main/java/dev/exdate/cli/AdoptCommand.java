package dev.exdate.cli;

import dev.exdate.adopt.Adoption;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskFailed;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate adopt}: takes over the database of the program that Exdate succeeds. */
@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Takes over the database of an older program.",
            "Its tables move to the schema exdate_legacy and stay as they are; their rows are copied into Exdate's tables and counted. If it breaks off, the same command goes on. docs/moving.md tells the whole way."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate adopt --dry-run", "  exdate backup && exdate adopt", "  exdate adopt --finish"})
final class AdoptCommand implements Callable<Integer>, Prepares {
    private final DatabaseDoor door;

    @Option(names = "--dry-run", description = "only say what is there and what stands against it")
    boolean dryRun;

    @Option(names = "--finish", description = "delete the old tables and the quarantine, for good")
    boolean finish;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "the time zone of stored times that name none (default UTC)")
    String zone = "UTC";

    @Spec
    CommandSpec spec;

    AdoptCommand(DatabaseDoor door) {
        this.door = door;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        if (dryRun && finish) {
            throw new InvalidSetting("--dry-run and --finish exclude each other");
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidSetting("--zone is \"" + zone + "\"; it must be a time zone such as America/New_York");
        }
        return Preparation.existing(Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = PlainWriter.on(spec.commandLine().getOut());
        out.println(door.shown());
        Session session = door.look();
        Adoption adoption = new Adoption(session.database(), session.migrations(), zone, out::println);
        try (RunLock lock = RunLock.take(session.address())) {
            return finish ? finish(adoption, out) : adopt(adoption, out);
        } catch (SQLException e) {
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new TaskFailed(
                    "the adoption stopped: " + line.replaceFirst("^ERROR: ", "")
                            + "; what was done stays, and `exdate adopt` goes on from there",
                    e);
        }
    }

    private int adopt(Adoption adoption, PrintWriter out) throws Exception {
        if (!adoption.isNeeded()) {
            out.println("✅ there is nothing to take over");
            return ExitCode.DONE;
        }
        List<String> problems = adoption.examine();
        problems.forEach(problem -> out.println("❌ " + problem));
        if (!problems.isEmpty()) {
            throw new TaskFailed("the database can't be taken over yet, " + problems.size()
                    + " thing(s) stand against it;" + " nothing was changed");
        }
        if (dryRun) {
            out.println("✅ `exdate backup`, then `exdate adopt` takes it over; nothing was changed");
            return ExitCode.DONE;
        }
        adoption.run();
        out.println("🎉 taken over; the old tables are in the schema exdate_legacy until `exdate adopt --finish`");
        return ExitCode.DONE;
    }

    private static int finish(Adoption adoption, PrintWriter out) throws Exception {
        if (adoption.isNeeded()) {
            throw new TaskFailed("the database is not taken over yet; run `exdate adopt` first");
        }
        adoption.finish();
        out.println("✅ the old tables are deleted");
        return ExitCode.DONE;
    }
}
