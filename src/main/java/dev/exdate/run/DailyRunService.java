package dev.exdate.run;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunFence;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.database.schema.Migrations;
import dev.exdate.market.MarketHours;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;

/** The daily run and what it requires: market hours, the database, the lock, the schema. */
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
     * @param again whether sources are asked for what an earlier run of the evening has read
     * @param strict whether any failure gives an exit code of its own
     * @param terminal where its log is shown
     * @param absent what the person asked for and is not there: all else is done, and then it is no success
     */
    public record Manner(
            MarketHours.Decision hours,
            boolean forced,
            boolean again,
            boolean strict,
            PrintWriter terminal,
            Optional<String> absent) {
        public Manner(MarketHours.Decision hours, boolean forced, boolean strict, PrintWriter terminal) {
            this(hours, forced, false, strict, terminal, Optional.empty());
        }

        public boolean putOff() {
            return hours.deferred() && !forced;
        }
    }

    /** Whether the market hours allow a run. */
    public MarketHours.Decision hours() {
        return MarketHours.at(clock.instant(), calendar);
    }

    /**
     * @throws RunLocked when another run is active; nothing was touched then
     * @throws DatabaseUnavailable before any source was asked; the run's log says why
     * @throws CancelledBeforeStart when a signal came before anything started
     */
    public DailyRunOutcome run(ResumePlanner.Request request, Manner manner) throws Exception {
        try (Shutdown shutdown = Shutdown.within(settings.runLimit())) {
            return shutdown.guarding(() -> run(request, manner, shutdown));
        }
    }

    private DailyRunOutcome run(ResumePlanner.Request request, Manner manner, Shutdown shutdown) throws Exception {
        LogFolder logs = new LogFolder(settings.logFolder(), clock, settings.redaction());
        if (manner.putOff()) {
            try (RunLog log = logs.openRunLog(manner.terminal())) {
                new RunHeader(log, door).hours(manner.hours(), false);
                log.stamped("⏸️  Skipping daily update based on market hours check");
            }
            return new DailyRunOutcome.NotRun(
                    DailyRunOutcome.Why.DEFERRED, manner.hours().recommendation());
        }
        Session session = open(logs, manner);
        try (RunLock lock = lock(session, manner.terminal());
                RunLog log = logs.openRunLog(manner.terminal())) {
            RunHeader header = new RunHeader(log, door);
            header.starts();
            header.hours(manner.hours(), manner.forced());
            header.database(session);
            manner.absent().ifPresent(what -> log.stamped("⚠️  " + what));
            migrate(session, log);
            for (String dead : new DeadRuns(lock).mark()) {
                log.stamped("💀 " + dead);
            }
            RunResources resources =
                    new RunResources(session, lock, shutdown, new TaskLogs(logs, log, null), tasks.freshness());
            return prepared(resources).run(request, manner);
        }
    }

    private PreparedRun prepared(RunResources resources) {
        RunJournal journal = new RunJournal(resources.lock(), clock);
        fence.set(journal.right());
        return new PreparedRun(
                resources,
                journal,
                tasks.ofARun(resources.logs()::notice),
                calendar,
                settings.databasePatience(),
                clock);
    }

    private Session open(LogFolder logs, Manner manner) throws IOException, DatabaseUnavailable {
        try {
            return door.open();
        } catch (DatabaseUnavailable e) {
            // In the morning the log must say why there was no run.
            try (RunLog log = logs.openRunLog(manner.terminal())) {
                RunHeader header = new RunHeader(log, door);
                header.starts();
                header.hours(manner.hours(), manner.forced());
                header.noDatabase(e);
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
}
