package dev.exdate.report;

import dev.exdate.database.Database;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Where sources contradict each other: {@code exdate.finding}. */
public final class SourceFindings {
    private final Database database;

    public SourceFindings(Database database) {
        this.database = database;
    }

    /**
     * A finding.
     *
     * @param said a JSON array of source and value
     * @param words the same for people: {@code yieldmax 0.36, yahoo 0.30}
     * @param open whether the sources still differ
     */
    public record Entry(
            String code,
            String symbol,
            LocalDate day,
            String field,
            String said,
            String words,
            String believed,
            String reason,
            boolean open) {}

    /**
     * Which of them.
     *
     * @param symbol empty for all
     * @param since of ex-dates
     * @param open whether only those that are not settled
     */
    public record Selection(String symbol, LocalDate since, boolean open) {}

    /** The newest ex-dates first; none in a database from before there were findings. */
    public List<Entry> of(Selection selection) throws SQLException {
        boolean known = database.reading(handle ->
                handle.sql("SELECT to_regclass('exdate.finding') IS NOT NULL").one(row -> row.getBoolean(1)));
        return known ? read(selection) : List.of();
    }

    private List<Entry> read(Selection selection) throws SQLException {
        String sql = """
                SELECT code, symbol, day, field, said::text AS said, believed, reason, resolved_at = 'infinity' AS open,
                       (SELECT string_agg(concat_ws(' ', one ->> 'source', one ->> 'value'), ', ')
                        FROM jsonb_array_elements(said) AS one) AS words
                FROM exdate.finding
                WHERE day >= :since AND (:symbol = '' OR symbol = :symbol) AND (NOT :open OR resolved_at = 'infinity')
                ORDER BY day DESC, symbol, code, field
                """;
        return database.reading(handle -> handle.sql(sql)
                .bind("since", selection.since())
                .bind("symbol", selection.symbol())
                .bind("open", selection.open())
                .list(row -> new Entry(
                        row.getString("code"),
                        row.getString("symbol"),
                        row.getObject("day", LocalDate.class),
                        row.getString("field"),
                        row.getString("said"),
                        row.getString("words"),
                        row.getString("believed"),
                        row.getString("reason"),
                        row.getBoolean("open"))));
    }
}
