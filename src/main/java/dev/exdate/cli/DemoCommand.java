package dev.exdate.cli;

import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.ExitCode;
import dev.exdate.run.ResumePlanner;
import dev.exdate.run.TaskLimits;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.TaskOptions;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.PrivateFiles;
import dev.exdate.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
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
            "Runs the whole daily run on a private PostgreSQL server and a made-up market.",
            "Needs no set-up and changes nothing outside its own folder."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate demo", "  exdate demo --symbols 1000 --keep /tmp/exdate-demo"})
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--symbols", defaultValue = "300", description = "number of listings in the market (default 300)")
    int symbols = 300;

    @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same market (default 1)")
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

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Clock clock = Clock.systemUTC();
        TradingCalendar calendar = new TradingCalendar();
        LocalDate day = date == null ? calendar.lastSession(clock.instant()) : date;
        // Absolute: the settings that lie in it are not read relative to it.
        Path folder =
                keep == null ? Files.createTempDirectory("exdate-demo") : PrivateFiles.folder(keep.toAbsolutePath());
        try (Sandbox sandbox = sandbox(day)) {
            Path sources = folder.resolve("sources.properties");
            sandbox.writeSources(sources, keys);
            Settings settings = settings(folder, sources, DemoDatabase.settings(clock));
            out.println("A made-up market of " + symbols + " symbols on " + day + ", served at " + sandbox.address());
            out.println("Database, logs and backup are in " + folder.toAbsolutePath());
            RunPlan plan = new RunPlan(day, true, Map.of(), false, false, TaskLimits.of(settings));
            DailyRunService.DailyRunOutcome ended = new DailyRunService(settings, clock, out)
                    .run(
                            new ResumePlanner.Request(ResumePlanner.Mode.ANEW, plan, true, TaskOptions.ofTheRun(day)),
                            MarketHours.at(clock.instant(), calendar),
                            true,
                            false);
            boolean allWell = ended.result().stream()
                    .flatMap(result -> result.tasks().stream())
                    .noneMatch(task -> task.failed() || task.cancelled());
            closing(out, folder);
            return ended.exitCode() == ExitCode.DONE && !allWell ? ExitCode.TASK_FAILED : ended.exitCode();
        } finally {
            if (keep == null) {
                PrivateFiles.delete(folder);
            }
        }
    }

    private Sandbox sandbox(LocalDate day) throws IOException {
        try {
            return Sandbox.start(new SandboxOptions(0, symbols, seed, Duration.ZERO, faults, Optional.empty(), day));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(String.valueOf(e.getMessage()));
        }
    }

    /** Nothing of the real set-up gets in: no filled database, no key, no source of the person who tries it. */
    private static Settings settings(Path folder, Path sources, Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("EXDATE_DATA_DIR", folder.resolve("data").toString());
        settings.put("EXDATE_LOG_DIR", folder.resolve("logs").toString());
        settings.put("EXDATE_BACKUP_DIR", folder.resolve("backups").toString());
        for (String own : new String[] {"EXDATE_BROWSER", "EXDATE_PG_DUMP"}) {
            Optional.ofNullable(System.getenv(own)).ifPresent(value -> settings.put(own, value));
        }
        return Settings.of(settings, folder, Optional.of(sources.toAbsolutePath()));
    }

    private void closing(PrintWriter out, Path folder) {
        out.println();
        if (keep == null) {
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
