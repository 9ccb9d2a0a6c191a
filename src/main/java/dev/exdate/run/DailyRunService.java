package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunFence;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.database.schema.Migrations;
import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.DatabaseReports;
import dev.exdate.report.RunReports;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.listener.ClosingNarrator;
import dev.exdate.run.listener.LogCleanup;
import dev.exdate.run.listener.PhaseProgress;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunListeners;
import dev.exdate.run.listener.RunNarrator;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.RunScope;
import dev.exdate.settings.Settings;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The daily run with all that must hold before it: the hour, the database, the lock, the tables. */
@Dependent
public final class DailyRunService {
    private final DatabaseDoor door;
    private final Tasks tasks;
    private final RunFence fence;
    private final Settings settings;
    private final TradingCalendar calendar;
    private final Clock clock;

    public DailyRunService(
            DatabaseDoor door, Tasks tasks, RunFence fence, Settings settings, TradingCalendar calendar, Clock clock) {
        this.door = door;
        this.tasks = tasks;
        this.fence = fence;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * How the run was started.
     *
     * @param forced also during market hours
     * @param strict whether any failure gives an exit code of its own
     * @param terminal where its log is shown
     */
    public record Manner(MarketHours.Decision hours, boolean forced, boolean strict, PrintWriter terminal) {
        public boolean putOff() {
            return hours.deferred() && !forced;
        }
    }

    /** Whether it is a good hour for a run. */
    public MarketHours.Decision hours() {
        return MarketHours.at(clock.instant(), calendar);
    }

    /**
     * @param result empty when nothing was run
     * @param reason then, why
     */
    public record DailyRunOutcome(Optional<RunResult> result, int exitCode, String reason) {}

    /**
     * @throws RunLocked when another run is active; nothing was touched then
     * @throws DatabaseUnavailable before any source was asked; the run's log says why
     * @throws CancelledBeforeStart when a signal came before anything started
     */
    public DailyRunOutcome run(ResumePlanner.Request wish, Manner manner) throws Exception {
        try (Shutdown ending = Shutdown.within(settings.runLimit())) {
            return ending.guarding(() -> run(wish, manner, ending));
        }
    }

    private DailyRunOutcome run(ResumePlanner.Request wish, Manner manner, Shutdown ending) throws Exception {
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        if (manner.putOff()) {
            try (RunLog log = logs.openRunLog(manner.terminal())) {
                new RunHeader(log).hours(manner.hours(), false);
                log.stamped("⏸️  Skipping daily update based on market hours check");
            }
            return new DailyRunOutcome(
                    Optional.empty(), ExitCode.DONE, manner.hours().recommendation());
        }
        Session session = open(logs, manner);
        try (RunLock lock = lock(session, manner.terminal());
                RunLog log = logs.openRunLog(manner.terminal())) {
            RunHeader preface = new RunHeader(log);
            preface.starts();
            preface.hours(manner.hours(), manner.forced());
            preface.database(session);
            migrate(session, log);
            for (String dead : new DeadRuns(lock).markAsHolder()) {
                log.stamped("💀 " + dead);
            }
            return new Work(session, lock, logs, log, ending).run(wish, manner.strict());
        }
    }

    /** Prints the plan; asks no source and changes nothing. */
    public int rehearse(RunPlan plan, Manner manner) throws Exception {
        PrintWriter terminal = manner.terminal();
        terminal.println("Market Status: " + manner.hours().status());
        if (manner.putOff()) {
            terminal.println("A run now would be skipped: " + manner.hours().recommendation());
        }
        Session session = door.open();
        terminal.println("Database: PostgreSQL " + session.serverVersion() + " at "
                + session.address().shown() + (session.upToDate() ? ", tables up to date" : ", tables not created yet"));
        plan.rehearsal().forEach(terminal::println);
        return ExitCode.DONE;
    }

    private Session open(LogFolder logs, Manner manner) throws IOException, DatabaseUnavailable {
        try {
            return door.open();
        } catch (DatabaseUnavailable e) {
            // In the morning the log must say why there was no run.
            try (RunLog log = logs.openRunLog(manner.terminal())) {
                RunHeader preface = new RunHeader(log);
                preface.starts();
                preface.hours(manner.hours(), manner.forced());
                preface.noDatabase(e);
            }
            throw e;
        }
    }

    private RunLock lock(Session session, PrintWriter terminal) throws RunLocked, DatabaseUnavailable {
        try {
            return RunLock.take(session.address(), settings.databasePatience());
        } catch (RunLocked e) {
            String ruler = "=".repeat(81);
            terminal.println(ruler);
            terminal.println("⚠️  DAILY UPDATE ALREADY RUNNING");
            terminal.println(ruler);
            terminal.println(e.getMessage());
            terminal.println("Exiting to prevent concurrent runs...");
            throw e;
        }
    }

    private static void migrate(Session session, RunLog log) throws DatabaseUnavailable {
        Migrations.Done done = session.migrate();
        if (!done.applied().isEmpty()) {
            log.stamped("🧱 Schema updated: " + String.join(", ", done.applied()));
        }
    }

    /** A run that may work. */
    private final class Work {
        private final Session session;
        private final RunLock lock;
        private final LogFolder logs;
        private final RunLog log;
        private final Shutdown ending;

        Work(Session session, RunLock lock, LogFolder logs, RunLog log, Shutdown ending) {
            this.session = session;
            this.lock = lock;
            this.logs = logs;
            this.log = log;
            this.ending = ending;
        }

        public DailyRunOutcome run(ResumePlanner.Request wish, boolean strict) throws Exception {
            RunJournal journal = new RunJournal(lock, clock);
            fence.set(journal.right());
            Map<TaskName, Task> made = tasks.ofARun();
            ResumePlanner.Decision decided = new ResumePlanner(new PastRuns(lock), journal, made, clock).decide(wish);
            decided.lines().forEach(log::stamped);
            return switch (decided) {
                case ResumePlanner.Decision.Nothing nothing ->
                    new DailyRunOutcome(
                            Optional.empty(), ExitCode.DONE, nothing.lines().getFirst());
                case ResumePlanner.Decision.Go go -> work(go.planned(), made, journal, strict);
            };
        }

        private DailyRunOutcome work(PlannedRun planned, Map<TaskName, Task> made, RunJournal journal, boolean strict)
                throws RunLocked, DatabaseUnavailable {
            TaskLogs taskLogs = new TaskLogs(logs, log, null);
            JournaledRun.Closing<RunResult> closing = new JournaledRun(session, lock, journal, settings, ending, clock)
                    .run(planned, log, (scope, journalled) -> {
                        RunResult result = update(scope, made, taskLogs, journalled);
                        int exitCode = ending.exitCode().orElseGet(() -> exitCode(result, strict));
                        return new JournaledRun.Closing<>(result, result.status(), exitCode, ResultJson.of(result));
                    });
            return new DailyRunOutcome(Optional.of(closing.result()), closing.exitCode(), "");
        }

        private RunResult update(
                RunScope scope, Map<TaskName, Task> tasks, TaskLogs taskLogs, RunListener journalled) {
            RunReports reports =
                    new TimedReports(new DatabaseReports(session.database(), calendar), scope.cancellation());
            RunListener listeners = new RunListeners(
                    List.of(
                            journalled,
                            new RunNarrator(scope, reports, log),
                            new PhaseProgress(log),
                            new ClosingNarrator(log),
                            new LogCleanup(logs, log)),
                    log::stamped);
            TaskRunner runner = new TaskRunner(scope, tasks, taskLogs, listeners);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                return new DailyUpdate(scope, runner, reports, listeners, threads).run();
            }
        }
    }

    private static int exitCode(RunResult result, boolean strict) {
        if (result.criticalTaskFailed()) {
            return ExitCode.TASK_FAILED;
        }
        return strict && result.anythingWrong() ? ExitCode.STRICT : ExitCode.DONE;
    }
}
