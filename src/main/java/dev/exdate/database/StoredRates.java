package dev.exdate.database;

import dev.exdate.settings.SourceId;
import dev.exdate.web.FoundRates;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalDouble;

/** {@code exdate.found_rate}. */
@Dependent
public final class StoredRates implements FoundRates {
    private final PooledDatabase database;
    private final Clock clock;

    public StoredRates(PooledDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public OptionalDouble of(SourceId source, String base) {
        String sql = "SELECT rate FROM exdate.found_rate WHERE source = :source AND base_url = :base";
        try {
            return database.once(handle -> handle.sql(sql)
                    .bind("source", source.id())
                    .bind("base", base)
                    .first(row -> row.getDouble(1))
                    .map(OptionalDouble::of)
                    .orElseGet(OptionalDouble::empty));
        } catch (SQLException e) {
            unreachable(e);
            return OptionalDouble.empty();
        }
    }

    @Override
    public void keep(SourceId source, String base, double rate) {
        String sql = """
                INSERT INTO exdate.found_rate (source, base_url, rate, found_at) VALUES (:source, :base, :rate, :now)
                ON CONFLICT (source, base_url) DO UPDATE SET rate = excluded.rate, found_at = excluded.found_at
                """;
        try {
            database.once(handle -> handle.sql(sql)
                    .bind("source", source.id())
                    .bind("base", base)
                    .bind("rate", rate)
                    .bind("now", clock.instant())
                    .execute());
        } catch (SQLException e) {
            unreachable(e);
        }
    }

    /** A request must not fail for it. */
    private static void unreachable(SQLException e) {
        System.getLogger("dev.exdate.database").log(System.Logger.Level.DEBUG, "found rates can't be reached", e);
    }
}
