package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.process.Version;
import dev.exdate.run.DailyRunOutcome;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.ResumePlanner;
import dev.exdate.run.TaskLimits;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exdate run}: the daily run. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Runs the daily update.",
            "In order: discovery (on Sundays), the scrapers, the main update, four tasks after it, and a report."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  exdate run --skip nyse --strict",
            "  exdate run --only update,backup --force",
            "  exdate run --resume",
            "  exdate run --only-failed"
        })
final class RunCommand implements Callable<Integer>, Prepares {
    private final DailyRunService run;
    private final Rehearsal rehearsal;
    private final TaskCommand tasks;
    private final Settings settings;

    /** When step 1 runs. */
    enum Discover {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--discover",
            defaultValue = "AUTO",
            paramLabel = "WHEN",
            description = "when to look for new symbols: auto (Sundays), always, never")
    Discover discover = Discover.AUTO;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TASKS",
            hideParamSyntax = true,
            converter = TaskNameConverter.class,
            description = "run only these tasks: ${COMPLETION-CANDIDATES}",
            completionCandidates = TaskNameConverter.class)
    List<TaskName> only = List.of();

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "TASKS",
            hideParamSyntax = true,
            converter = TaskNameConverter.class,
            description = "skip these tasks")
    List<TaskName> skip = List.of();

    @Option(names = "--serial", description = "run one task after another instead of side by side")
    boolean serial;

    @Option(names = "--force", description = "run during market hours too (same as FORCE_RUN=true)")
    boolean force;

    @Option(
            names = "--again",
            description =
                    "ask the sources even for what a run of this evening has read and they have not changed since")
    boolean again;

    @Option(names = "--dry-run", description = "check everything and print the plan; change nothing and ask no source")
    boolean dryRun;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "the market day to run for (default: today in New York)")
    @Nullable LocalDate date;

    @Option(
            names = "--resume",
            description =
                    "continue the day's last unfinished or failed run: finished tasks are not repeated; day, windows"
                            + " and tasks stay those of its first start. Without any run of the day, start one; after a"
                            + " successful one, do nothing (exit 0). EXDATE_RESUME=auto does it whenever there is such a run")
    boolean resume;

    @Option(
            names = "--only-failed",
            description =
                    "repeat only what the day's last run did not do: tasks that failed or were skipped or cancelled, and"
                            + " symbols, pages and days that failed; exit 0 if there is nothing")
    boolean onlyFailed;

    @Option(names = "--strict", description = "exit 4 if any task failed or a quality check is critical")
    boolean strict;

    @Option(names = "--json", description = "print the result as one JSON object instead of the report")
    boolean json;

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    RunCommand(DailyRunService run, Rehearsal rehearsal, TaskCommand tasks, Settings settings) {
        this.run = run;
        this.rehearsal = rehearsal;
        this.tasks = tasks;
        this.settings = settings;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return dryRun ? Preparation.checking(sources.file(), database) : Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        RunPlan plan = plan();
        DailyRunService.Manner manner = new DailyRunService.Manner(
                run.hours(),
                force || settings.forceRun(),
                again,
                strict,
                json ? new PrintWriter(PrintWriter.nullWriter()) : out,
                goesOn()
                        ? Optional.empty()
                        : Sessionless.day(date, tasks.options().marketDay()));
        ResumePlanner.Request request = new ResumePlanner.Request(
                mode(), plan, date != null, tasks.options(plan.marketDay()).accepting(accept.accepted()));
        if (dryRun) {
            return json ? rehearsal.json(request, manner, out) : rehearsal.lines(request, manner);
        }
        DailyRunOutcome outcome = run.run(request, manner);
        manner.absent().ifPresent(what -> spec.commandLine().getErr().println("exdate: " + what));
        if (json) {
            out.println(
                    switch (outcome) {
                        case DailyRunOutcome.Ran ran -> RunJson.of(ran.result(), ran.exitCode());
                        case DailyRunOutcome.NotRun none ->
                            RunJson.nothing(none.why().id(), none.reason());
                    });
        }
        return outcome.exitCode();
    }

    /** With an earlier run, whose day is right whatever day it is. */
    private boolean goesOn() {
        return resume || onlyFailed;
    }

    private ResumePlanner.Mode mode() {
        if (resume && onlyFailed) {
            throw new ParameterException(spec.commandLine(), "use --resume or --only-failed, not both");
        }
        if (resume) {
            return ResumePlanner.Mode.RESUME;
        }
        if (onlyFailed) {
            return ResumePlanner.Mode.ONLY_FAILED;
        }
        return settings.resumesByItself() ? ResumePlanner.Mode.AUTO : ResumePlanner.Mode.ANEW;
    }

    private RunPlan plan() {
        LocalDate day = date == null ? tasks.options().marketDay() : date;
        Set<TaskName> chosen = Set.copyOf(only);
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
