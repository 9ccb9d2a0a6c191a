package dev.exdate.update;

import dev.exdate.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Brings the derived figures of all symbols up to date, a span of symbols a statement. */
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
            String last = lastOfSpan(after);
            if (last == null) {
                return changed;
            }
            changed += update(marketDay, after, last);
            after = last;
        }
    }

    private int update(LocalDate marketDay, String after, String last) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(FigureSql.UPDATE)) {
                update.setObject(1, marketDay);
                update.setString(2, after);
                update.setString(3, last);
                return update.executeUpdate();
            }
        });
    }

    private @org.jspecify.annotations.Nullable String lastOfSpan(String after) throws SQLException {
        String sql = """
                SELECT max(symbol) FROM (
                    SELECT symbol FROM public.raw_stocks WHERE symbol > ? ORDER BY symbol LIMIT ?) AS span
                """;
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, after);
                query.setInt(2, SPAN);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }
}
