package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.Migrations;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.pipeline.ClosingReport;
import dev.exdate.pipeline.DailyUpdate;
import dev.exdate.pipeline.LogFolder;
import dev.exdate.pipeline.RunJournal;
import dev.exdate.pipeline.RunLog;
import dev.exdate.pipeline.RunNarrator;
import dev.exdate.pipeline.RunPlan;
import dev.exdate.pipeline.RunResult;
import dev.exdate.pipeline.TaskRunner;
import dev.exdate.report.DatabaseReports;
import dev.exdate.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The daily run with all that must hold before it: the hour, the database, the lock, the tables. */
final class DailyRun {
    private final Settings settings;
    private final Clock clock;
    private final PrintWriter terminal;
    private final TradingCalendar calendar = new TradingCalendar();

    DailyRun(Settings settings, Clock clock, PrintWriter terminal) {
        this.settings = settings;
        this.clock = clock;
        this.terminal = terminal;
    }

    /** @param result empty when market hours put the run off */
    record Ended(Optional<RunResult> result, int exitCode) {}

    /**
     * @throws RunLocked when another run works; nothing was touched then
     * @throws DatabaseUnavailable before any source was asked; the run's log says why
     */
    Ended run(RunPlan plan, MarketHours.Decision hours, boolean forced, TaskOptions options, boolean strict)
            throws Exception {
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        if (hours.deferred() && !forced) {
            try (RunLog log = openLog(logs)) {
                new Preface(log).hours(hours, false);
                log.stamped("⏸️  Skipping daily update based on market hours check");
            }
            return new Ended(Optional.empty(), ExitCode.DONE);
        }
        try (Session session = open(logs, hours, forced);
                RunLock lock = lock(session);
                RunLog log = openLog(logs)) {
            Preface preface = new Preface(log);
            preface.starts();
            preface.hours(hours, forced);
            preface.database(session);
            migrate(session, log);
            return new Work(session, logs, log).run(plan, options, strict);
        }
    }

    /** Says what would be done; asks no source and changes nothing. */
    int rehearse(RunPlan plan, MarketHours.Decision hours, boolean forced) throws Exception {
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
                Preface preface = new Preface(log);
                preface.starts();
                preface.hours(hours, forced);
                preface.noDatabase(e);
            }
            throw e;
        }
    }

    private RunLock lock(Session session) throws RunLocked, DatabaseUnavailable {
        try {
            return RunLock.take(session.address());
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
        private final LogFolder logs;
        private final RunLog log;

        Work(Session session, LogFolder logs, RunLog log) {
            this.session = session;
            this.logs = logs;
            this.log = log;
        }

        Ended run(RunPlan plan, TaskOptions options, boolean strict) throws SQLException {
            UUID id = UUID.randomUUID();
            Instant startedAt = clock.instant();
            RunJournal journal = new RunJournal(session.database(), clock);
            journal.runStarted(id, plan.marketDay(), startedAt, Version.number(), Host.name());
            TaskRunner runner = new TaskRunner(
                    plan,
                    new TaskCatalog(session, settings, calendar, clock).tasks(options),
                    id,
                    startedAt,
                    journal,
                    logs,
                    log,
                    clock);
            DatabaseReports reports = new DatabaseReports(session.database(), calendar);
            RunNarrator narrator =
                    new RunNarrator(plan, runner, reports, new ClosingReport(reports, logs, log, clock), log, clock);
            try (Signals signals = Signals.catching(runner::cancel);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                RunResult result = new DailyUpdate(plan, runner, narrator, threads).run();
                int exitCode = signals.exitCode().orElseGet(() -> exitCode(result, strict));
                end(journal, result, exitCode);
                return new Ended(Optional.of(result), exitCode);
            }
        }

        private void end(RunJournal journal, RunResult result, int exitCode) {
            try {
                journal.runEnded(result.id(), result.status(), exitCode);
            } catch (SQLException e) {
                log.stamped("⚠️  the journal does not say that the run has ended: " + e.getMessage());
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
