package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.FencedDatabase;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.database.schema.Migrations;
import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.DatabaseReports;
import dev.exdate.report.RunReports;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The daily run with all that must hold before it: the hour, the database, the lock, the tables. */
public final class DailyRunService {
    private final Settings settings;
    private final Clock clock;
    private final PrintWriter terminal;
    private final TradingCalendar calendar = new TradingCalendar();

    public DailyRunService(Settings settings, Clock clock, PrintWriter terminal) {
        this.settings = settings;
        this.clock = clock;
        this.terminal = terminal;
    }

    /**
     * @param result empty when nothing was run
     * @param reason then, why
     */
    public record DailyRunOutcome(Optional<RunResult> result, int exitCode, String reason) {}

    /**
     * @throws RunLocked when another run works; nothing was touched then
     * @throws DatabaseUnavailable before any source was asked; the run's log says why
     * @throws CancelledBeforeStart when a signal came before anything was begun
     */
    public DailyRunOutcome run(ResumePlanner.Request wish, MarketHours.Decision hours, boolean forced, boolean strict)
            throws Exception {
        try (Shutdown ending = Shutdown.within(settings.runLimit())) {
            return ending.guarding(() -> run(wish, hours, forced, strict, ending));
        }
    }

    private DailyRunOutcome run(
            ResumePlanner.Request wish, MarketHours.Decision hours, boolean forced, boolean strict, Shutdown ending)
            throws Exception {
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        if (hours.deferred() && !forced) {
            try (RunLog log = openLog(logs)) {
                new RunHeader(log).hours(hours, false);
                log.stamped("⏸️  Skipping daily update based on market hours check");
            }
            return new DailyRunOutcome(Optional.empty(), ExitCode.DONE, hours.recommendation());
        }
        try (Session session = open(logs, hours, forced);
                RunLock lock = lock(session);
                RunLog log = openLog(logs)) {
            RunHeader preface = new RunHeader(log);
            preface.starts();
            preface.hours(hours, forced);
            preface.database(session);
            migrate(session, log);
            for (String dead : new DeadRuns(lock).markAsHolder()) {
                log.stamped("💀 " + dead);
            }
            return new Work(session, lock, logs, log, ending).run(wish, strict);
        }
    }

    /** Says what would be done; asks no source and changes nothing. */
    public int rehearse(RunPlan plan, MarketHours.Decision hours, boolean forced) throws Exception {
        terminal.println("Market Status: " + hours.status());
        if (hours.deferred() && !forced) {
            terminal.println("A run now would put itself off: " + hours.recommendation());
        }
        try (Session session = Session.open(settings, clock)) {
            terminal.println("Database: PostgreSQL " + session.serverVersion() + " at "
                    + session.address().shown() + (session.upToDate() ? ", tables up to date" : ", tables to be made"));
        }
        plan.rehearsal().forEach(terminal::println);
        return ExitCode.DONE;
    }

    private Session open(LogFolder logs, MarketHours.Decision hours, boolean forced) throws Exception {
        try {
            return Session.open(settings, clock);
        } catch (DatabaseUnavailable e) {
            // In the morning the log must say why there was no run.
            try (RunLog log = openLog(logs)) {
                RunHeader preface = new RunHeader(log);
                preface.starts();
                preface.hours(hours, forced);
                preface.noDatabase(e);
            }
            throw e;
        }
    }

    private RunLock lock(Session session) throws RunLocked, DatabaseUnavailable {
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
            log.stamped("🧱 Tables brought up to date: " + String.join(", ", done.applied()));
        }
    }

    private RunLog openLog(LogFolder logs) throws IOException {
        return logs.openRunLog(terminal);
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
            TaskCatalog catalog = new TaskCatalog(
                    session, new FencedDatabase(session.database(), journal.right()), settings, calendar, clock);
            ResumePlanner.Decision decided =
                    new ResumePlanner(new PastRuns(lock), journal, catalog.tasks(wish.options()), clock).decide(wish);
            decided.lines().forEach(log::stamped);
            return switch (decided) {
                case ResumePlanner.Decision.Nothing nothing ->
                    new DailyRunOutcome(
                            Optional.empty(), ExitCode.DONE, nothing.lines().getFirst());
                case ResumePlanner.Decision.Go go -> work(go.planned(), catalog, journal, strict);
            };
        }

        private DailyRunOutcome work(PlannedRun planned, TaskCatalog catalog, RunJournal journal, boolean strict)
                throws RunLocked, DatabaseUnavailable {
            JournaledRun.Closing<RunResult> closing = new JournaledRun(session, lock, journal, settings, ending, clock)
                    .run(planned, catalog.tasks(planned.options()), logs, log, null, runner -> {
                        RunResult result = allPhases(planned.plan(), runner);
                        int exitCode = ending.exitCode().orElseGet(() -> exitCode(result, strict));
                        return new JournaledRun.Closing<>(result, result.status(), exitCode, ReportJson.of(result));
                    });
            return new DailyRunOutcome(Optional.of(closing.result()), closing.exitCode(), "");
        }

        private RunResult allPhases(RunPlan plan, TaskRunner runner) {
            RunReports reports = new TimedReports(new DatabaseReports(session.database(), calendar), runner);
            RunNarrator narrator =
                    new RunNarrator(plan, runner, reports, new ClosingReport(reports, logs, log, clock), log, clock);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                return new DailyUpdate(plan, runner, narrator, threads).run();
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
