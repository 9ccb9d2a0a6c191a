package dev.exdate.database;

import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import dev.exdate.web.DailyBudget;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;

/** Budgets by New York day in {@code exdate.daily_budget}, so that a restart does not reset them. */
@Dependent
public final class StoredBudget implements DailyBudget {
    private final PooledDatabase database;
    private final Clock clock;

    public StoredBudget(PooledDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** If the database does not answer, no request is allowed. */
    @Override
    public boolean take(SourceId source, int limit) {
        String sql = """
                INSERT INTO exdate.daily_budget AS b (source, day, used) VALUES (:source, :day, 1)
                ON CONFLICT (source, day) DO UPDATE SET used = b.used + 1 WHERE b.used < :limit
                RETURNING used
                """;
        try {
            return database.inTransaction(handle -> handle.sql(sql)
                    .bind("source", source.id())
                    .bind("day", TradingCalendar.today(clock))
                    .bind("limit", limit)
                    .first(row -> row.getInt(1))
                    .isPresent());
        } catch (SQLException e) {
            System.getLogger("dev.exdate.database")
                    .log(System.Logger.Level.WARNING, "the daily budget can't be read", e);
            return false;
        }
    }
}
