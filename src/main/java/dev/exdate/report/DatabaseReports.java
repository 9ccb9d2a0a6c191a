package dev.exdate.report;

import dev.exdate.database.Database;
import dev.exdate.finding.NewFindings;
import dev.exdate.market.TradingCalendar;
import dev.exdate.task.TaskContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report's blocks, read from the database. */
public final class DatabaseReports implements RunReports {
    private final Database database;
    private final TradingCalendar calendar;

    public DatabaseReports(Database database, TradingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public List<String> beforeState() throws SQLException {
        return inSnapshot(handle -> {
            DatabaseStatus status = DatabaseStatus.read(handle);
            return List.of(
                    "Total symbols: " + Figures.count(status.symbols()),
                    "Symbols with prices: " + Figures.count(status.withPrice()),
                    "Symbols with dividends: " + Figures.count(status.withDividend()));
        });
    }

    @Override
    public List<String> discoveryMetrics(TaskContext context) throws SQLException {
        return inSnapshot(handle -> DiscoveryMetrics.read(handle, context).lines());
    }

    @Override
    public List<String> updateMetrics(TaskContext context) throws SQLException {
        return inSnapshot(handle -> UpdateMetrics.read(handle, context).lines(DatabaseStatus.read(handle)));
    }

    @Override
    public ClosingFigures closing(TaskContext context) throws SQLException {
        return inSnapshot(handle -> {
            DatabaseStatus status = DatabaseStatus.read(handle);
            Activity activity = Activity.read(handle, context, twoTradingDaysBefore(context.marketDay()));
            List<Finding> findings = new ArrayList<>(QualityChecks.of(status, activity));
            HeldBack.read(handle, context).ifPresent(findings::add);
            return ClosingFigures.of(status, findings, NewFindings.since(handle, context.startedAt()));
        });
    }

    /**
     * What needs a look first: the last run with all that it did not do, and the newest good backup. Then the schedule,
     * the freshness and the content of the database.
     *
     * @param backup the line about the newest good backup
     */
    public List<String> status(Instant now, String backup) throws SQLException {
        return inSnapshot(handle -> {
            Optional<LastRun> run = LastRun.read(handle);
            List<String> lines = new ArrayList<>();
            lines.addAll(run.isPresent() ? run.get().lines(handle) : List.of("🕐 No run yet"));
            lines.add(backup);
            lines.addAll(LastSchedule.read(handle, now).lines());
            lines.addAll(run.isPresent() ? Freshness.lines(handle, run.get().id()) : List.of(""));
            lines.addAll(DatabaseStatus.glance(handle).lines());
            return lines;
        });
    }

    /** The old check's 48 hours, counted in days with something to update. */
    private LocalDate twoTradingDaysBefore(LocalDate day) {
        return calendar.previousTradingDay(calendar.previousTradingDay(day));
    }

    private <T> T inSnapshot(Database.Work<T> work) throws SQLException {
        return database.inTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return work.run(handle);
        });
    }
}
