package dev.exdate.report;

import dev.exdate.database.Database;
import dev.exdate.market.TradingCalendar;
import dev.exdate.task.TaskContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
        return inSnapshot(connection -> {
            DatabaseStatus status = DatabaseStatus.read(connection);
            return List.of(
                    "Total symbols: " + Figures.count(status.symbols()),
                    "Symbols with prices: " + Figures.count(status.withPrice()),
                    "Symbols with dividends: " + Figures.count(status.withDividend()));
        });
    }

    @Override
    public List<String> discoveryMetrics(TaskContext context) throws SQLException {
        return inSnapshot(
                connection -> DiscoveryMetrics.read(connection, context).lines());
    }

    @Override
    public List<String> updateMetrics(TaskContext context) throws SQLException {
        return inSnapshot(connection -> UpdateMetrics.read(connection, context).lines(DatabaseStatus.read(connection)));
    }

    @Override
    public FinalReport finalReport(TaskContext context) throws SQLException {
        return inSnapshot(connection -> {
            DatabaseStatus status = DatabaseStatus.read(connection);
            Activity activity = Activity.read(connection, context, twoTradingDaysBefore(context.marketDay()));
            List<Finding> findings = new ArrayList<>(QualityChecks.of(status, activity));
            HeldBack.read(connection, context).ifPresent(findings::add);
            return new FinalReport(status.lines(), findings);
        });
    }

    /** The schedule, the last run, how fresh the data is, and what the database has. */
    public List<String> status(Instant now) throws SQLException {
        return inSnapshot(connection -> {
            List<String> lines =
                    new ArrayList<>(LastSchedule.read(connection, now).lines());
            lines.addAll(LastRun.read(connection).lines());
            lines.addAll(DatabaseStatus.glance(connection).lines());
            return lines;
        });
    }

    /** The 48 hours of the old check, in days on which there is something to update. */
    private LocalDate twoTradingDaysBefore(LocalDate day) {
        return calendar.previousTradingDay(calendar.previousTradingDay(day));
    }

    private <T> T inSnapshot(Database.Work<T> work) throws SQLException {
        return database.inTransaction(connection -> {
            snapshot(connection);
            return work.run(connection);
        });
    }

    private static void snapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }
}
