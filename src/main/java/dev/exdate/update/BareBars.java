package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.task.TaskLog;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** Recent bars of which only the close is known. */
final class BareBars {
    /** Older ones are no longer read again: their source has no more. */
    static final int DAYS = 60;

    private final Database database;

    BareBars(Database database) {
        this.database = database;
    }

    void sayTo(TaskLog log, LocalDate marketDay) throws SQLException {
        String sql = """
                select count(*) as bars, count(distinct symbol) as symbols, min(date) as oldest
                from raw_stock_prices
                where (open is null or high is null or low is null) and date > :market_day::date - :days
                """;
        database
                .reading(handle -> handle.sql(sql)
                        .bind("market_day", marketDay)
                        .bind("days", DAYS)
                        .list(row -> row.getLong("bars") == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "🕯️  %,d bars of %,d symbols lack open, high or low, the oldest of %s;"
                                                + " charts complete those of payers within a week, all within a month",
                                        row.getLong("bars"),
                                        row.getLong("symbols"),
                                        row.getObject("oldest", LocalDate.class))))
                .stream()
                .filter(line -> !line.isEmpty())
                .forEach(log::line);
    }
}
