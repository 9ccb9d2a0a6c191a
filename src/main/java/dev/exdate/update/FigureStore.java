package dev.exdate.update;

import dev.exdate.database.Database;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Updates the derived figures of all symbols, one statement per range of symbols. */
final class FigureStore {
    private static final int SPAN = 500;

    private final Database database;

    FigureStore(Database database) {
        this.database = database;
    }

    /** How many symbols' figures changed. */
    int update(LocalDate marketDay) throws SQLException {
        int changed = 0;
        String after = "";
        while (true) {
            Optional<String> last = lastOfSpan(after);
            if (last.isEmpty()) {
                return changed;
            }
            changed += update(marketDay, after, last.get());
            after = last.get();
        }
    }

    private int update(LocalDate marketDay, String after, String last) throws SQLException {
        return database.inTransaction(handle -> handle.sql(FigureSql.UPDATE)
                .bind("day", marketDay)
                .bind("after", after)
                .bind("last", last)
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
