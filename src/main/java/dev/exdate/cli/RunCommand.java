package dev.exdate.cli;

import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.pipeline.RunPlan;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate run}: the daily run. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "The daily run: discovery on Sundays, five scrapers, the main update, four tasks after it, a report.",
        footerHeading = "%nExample:%n",
        footer = {"  exdate run --skip nyse --strict", "  exdate run --only update,backup --force"})
final class RunCommand implements Callable<Integer> {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** When step 1 runs. */
    enum Discover {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--discover",
            defaultValue = "AUTO",
            description = "when to look for new symbols: auto (on Sundays), always, never")
    Discover discover = Discover.AUTO;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TASK",
            converter = TaskNameConverter.class,
            description = "run only these tasks: ${COMPLETION-CANDIDATES}",
            completionCandidates = TaskNameConverter.class)
    List<TaskName> only = List.of();

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "TASK",
            converter = TaskNameConverter.class,
            description = "leave out these tasks")
    List<TaskName> skip = List.of();

    @Option(names = "--serial", description = "one task after another instead of side by side")
    boolean serial;

    @Option(names = "--force", description = "also during market hours (as FORCE_RUN=true)")
    boolean force;

    @Option(names = "--dry-run", description = "check everything, say what would run, change nothing and ask no source")
    boolean dryRun;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "the market day it runs for; default: today in New York")
    @Nullable LocalDate date;

    @Option(names = "--strict", description = "exit 4 when any task failed or a quality check is critical")
    boolean strict;

    @Option(names = "--json", description = "print the result as one JSON object instead of the report")
    boolean json;

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        Settings settings = Settings.load(sources.file());
        PrintWriter out = spec.commandLine().getOut();
        DailyRun run = new DailyRun(settings, clock, json ? new PrintWriter(PrintWriter.nullWriter()) : out);
        RunPlan plan = plan(settings, clock);
        MarketHours.Decision hours = MarketHours.at(clock.instant(), new TradingCalendar());
        boolean forced = force || settings.forceRun();
        if (dryRun) {
            return run.rehearse(plan, hours, forced);
        }
        DailyRun.Ended ended = run.run(plan, hours, forced, TaskOptions.ofTheRun(plan.marketDay()), strict);
        if (json) {
            out.println(ended.result()
                    .map(result -> RunJson.of(result, ended.exitCode()))
                    .orElse(RunJson.deferred(hours)));
        }
        return ended.exitCode();
    }

    private RunPlan plan(Settings settings, Clock clock) {
        LocalDate day = date == null ? LocalDate.now(clock.withZone(NEW_YORK)) : date;
        Set<TaskName> chosen = EnumSet.noneOf(TaskName.class);
        chosen.addAll(only);
        boolean discovers = switch (discover) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                day.getDayOfWeek() == DayOfWeek.SUNDAY
                        || chosen.contains(TaskName.DISCOVERY)
                        || chosen.contains(TaskName.CLASSIFY_ETFS);
        };
        return new RunPlan(
                day,
                discovers,
                RunPlan.leaving(chosen, Set.copyOf(skip)),
                serial,
                settings.backupLast(),
                TaskLimits.of(settings));
    }
}
