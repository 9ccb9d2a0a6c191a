package dev.exdate.cli;

import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.run.DailyRunOutcome;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.ResumePlanner;
import dev.exdate.run.TaskLimits;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.PrivateFiles;
import dev.exdate.settings.Settings;
import dev.exdate.settings.StartSettings;
import dev.exdate.task.TaskOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate demo}: the daily run from end to end, with nothing to set up. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Runs the daily update on a made-up market.",
            "It uses a private PostgreSQL server, needs no set-up, and changes nothing outside its own folder."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate demo", "  exdate demo --symbols 1000 --keep /tmp/exdate-demo"})
final class DemoCommand implements Callable<Integer>, Prepares {
    private final DailyRunService run;
    private final DatabaseDoor door;
    private final Settings settings;
    private final TradingCalendar calendar;
    private final Clock clock;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "300",
            description = "number of listings in the market (default 300)")
    int symbols = 300;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed gives the same market (default 1)")
    long seed = 1;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "keep database, logs and backup in DIR, and continue with them next time")
    @Nullable Path keep;

    @Option(names = "--keys", description = "also use FMP and Alpha Vantage, with made-up keys")
    boolean keys;

    @Option(names = "--date", paramLabel = "DAY", description = "the market day (default: the last closed trading day)")
    @Nullable LocalDate date;

    @Option(
            names = "--faults",
            paramLabel = "FILE|EXPR",
            defaultValue = "",
            description = "faults to simulate, see `exdate sandbox --help`")
    String faults = "";

    @Spec
    CommandSpec spec;

    DemoCommand(DailyRunService run, DatabaseDoor door, Settings settings, TradingCalendar calendar, Clock clock) {
        this.run = run;
        this.door = door;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws IOException, InterruptedException {
        // Absolute, because paths in the settings file are not relative to it.
        Path folder =
                keep == null ? Files.createTempDirectory("exdate-demo") : PrivateFiles.folder(keep.toAbsolutePath());
        Preparation preparation = new Preparation();
        if (keep == null) {
            preparation.atTheEnd(() -> PrivateFiles.delete(folder));
        }
        boolean ready = false;
        try {
            prepare(preparation, folder, out);
            ready = true;
            return preparation;
        } finally {
            if (!ready) {
                preparation.close();
            }
        }
    }

    private void prepare(Preparation preparation, Path folder, PrintWriter out)
            throws IOException, InterruptedException {
        LocalDate day = day(new TradingCalendar(), Clock.systemUTC());
        Sandbox sandbox = sandbox(day);
        preparation.atTheEnd(sandbox::close);
        Path sources = folder.resolve("sources.properties");
        sandbox.writeSources(sources, keys);
        preparation
                .configure(StartSettings.DEMO, folder.toString())
                .configure(StartSettings.SOURCES, sources.toString());
        if (DemoDatabase.isNamed()) {
            preparation.configure(StartSettings.DEMO_DATABASE, "true");
        }
        out.println("A made-up market of " + symbols + " symbols on " + day + ", served at " + sandbox.address());
        out.println("Database, logs and backup in " + folder.toAbsolutePath());
        preparation.serve();
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (DemoDatabase.isNamed()) {
            DemoDatabase.requireEmpty(door.open());
        }
        LocalDate day = day(calendar, clock);
        RunPlan plan = new RunPlan(day, true, Map.of(), false, false, TaskLimits.of(settings));
        DailyRunOutcome outcome = run.run(
                new ResumePlanner.Request(ResumePlanner.Mode.ANEW, plan, true, TaskOptions.ofTheRun(day)),
                new DailyRunService.Manner(run.hours(), true, false, out));
        boolean someFailed = outcome instanceof DailyRunOutcome.Ran ran
                && ran.result().tasks().stream().anyMatch(task -> task.failed() || task.cancelled());
        closing(out);
        return outcome.exitCode() == ExitCode.DONE && someFailed ? ExitCode.TASK_FAILED : outcome.exitCode();
    }

    private LocalDate day(TradingCalendar days, Clock now) {
        return date == null ? days.lastSession(now.instant()) : date;
    }

    private Sandbox sandbox(LocalDate day) throws IOException {
        try {
            return Sandbox.start(new SandboxOptions(0, symbols, seed, Duration.ZERO, faults, Optional.empty(), day));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(String.valueOf(e.getMessage()));
        }
    }

    private void closing(PrintWriter out) {
        Path folder = keep;
        out.println();
        if (folder == null) {
            out.println("Temporary files deleted. Use --keep DIR to keep them.");
            return;
        }
        Path data = folder.resolve("data").toAbsolutePath();
        out.println("Kept in " + folder.toAbsolutePath() + ". To open the database, start its server with");
        out.println("  exdate database --data " + data);
        out.println("and run the psql command that it prints. To run again on the same data:");
        out.println("  exdate demo --symbols " + symbols + " --seed " + seed + " --keep " + folder);
    }
}
