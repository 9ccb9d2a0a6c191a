package dev.exdate.database;

import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import dev.exdate.web.DailyBudget;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

/** Budgets by New York day in {@code exdate.daily_budget}, so that a restart does not begin anew. */
public final class StoredBudget implements DailyBudget {
    private final Database database;
    private final Clock clock;

    public StoredBudget(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A database that does not answer gives nothing out. */
    @Override
    public boolean take(SourceId source, int limit) {
        String sql = """
                INSERT INTO exdate.daily_budget AS b (source, day, used) VALUES (?, ?, 1)
                ON CONFLICT (source, day) DO UPDATE SET used = b.used + 1 WHERE b.used < ?
                RETURNING used
                """;
        try {
            return database.inTransaction(connection -> {
                try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                    upsert.setString(1, source.id());
                    upsert.setObject(2, LocalDate.now(clock.withZone(TradingCalendar.NEW_YORK)));
                    upsert.setInt(3, limit);
                    try (ResultSet row = upsert.executeQuery()) {
                        return row.next();
                    }
                }
            });
        } catch (SQLException e) {
            System.getLogger("dev.exdate.database")
                    .log(System.Logger.Level.WARNING, "the daily budget can't be read", e);
            return false;
        }
    }
}
