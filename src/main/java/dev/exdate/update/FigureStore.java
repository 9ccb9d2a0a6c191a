package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.market.Ticker;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Updates the derived figures, one statement per range of symbols. */
final class FigureStore {
    private static final int SPAN = 500;

    private final Database database;

    FigureStore(Database database) {
        this.database = database;
    }

    /**
     * How many symbols' figures changed.
     *
     * @param named only these; empty for all
     */
    int update(LocalDate marketDay, Set<Ticker> named) throws SQLException {
        int changed = 0;
        String after = "";
        while (true) {
            Optional<String> last = lastOfSpan(after);
            if (last.isEmpty()) {
                return changed;
            }
            changed += update(marketDay, named, after, last.get());
            after = last.get();
        }
    }

    private int update(LocalDate marketDay, Set<Ticker> named, String after, String last) throws SQLException {
        return database.inTransaction(handle -> handle.sql(FigureSql.UPDATE)
                .bind("day", marketDay)
                .bind("after", after)
                .bind("last", last)
                .bind("all", named.isEmpty())
                .bindArray("named", "text", named.stream().map(Ticker::symbol).toList())
                .execute());
    }

    private Optional<String> lastOfSpan(String after) throws SQLException {
        String sql = """
                SELECT max(symbol) FROM (
                    SELECT symbol FROM public.raw_stocks WHERE symbol > :after ORDER BY symbol LIMIT :most) AS span
                """;
        return database.reading(handle ->
                handle.sql(sql).bind("after", after).bind("most", SPAN).first(row -> row.getString(1)));
    }
}
