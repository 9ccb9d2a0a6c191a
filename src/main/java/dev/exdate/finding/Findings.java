package dev.exdate.finding;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads {@code exdate.finding}. */
public record Findings(Handle handle) {
    private static final String COLUMNS = "code, symbol, day, field, said::text AS said, believed, reason, state";

    /**
     * Which of them.
     *
     * @param symbol empty for all
     * @param since of ex-dates; a finding without a day has the one when it was first seen
     * @param open whether only open ones
     * @param codes empty for all
     */
    public record Selection(String symbol, LocalDate since, boolean open, Collection<Code> codes) {}

    /** The newest days first. */
    public List<StoredFinding> of(Selection selection) throws SQLException {
        String sql = """
                SELECT %s FROM exdate.finding
                WHERE coalesce(day, first_seen::date) >= :since AND (:symbol = '' OR symbol = :symbol)
                  AND (NOT :open OR state = 'open') AND (cardinality(:codes::text[]) = 0 OR code = ANY (:codes::text[]))
                ORDER BY coalesce(day, first_seen::date) DESC, symbol, code, field
                """.formatted(COLUMNS);
        return handle.sql(sql)
                .bind("since", selection.since())
                .bind("symbol", selection.symbol())
                .bind("open", selection.open())
                .bindArray(
                        "codes",
                        "text",
                        selection.codes().stream().map(Code::word).toList())
                .list(Findings::finding);
    }

    /**
     * Those of a symbol that were open at that moment.
     *
     * @param moment as PostgreSQL reads it: {@code now}, {@code 2026-11-01 00:00 America/New_York}
     */
    public List<StoredFinding> openAt(String symbol, String moment) throws SQLException {
        String sql = """
                SELECT %s FROM exdate.finding
                WHERE symbol = :symbol AND first_seen <= :moment::timestamptz AND resolved_at > :moment::timestamptz
                ORDER BY day DESC NULLS LAST, code, field
                """.formatted(COLUMNS);
        return handle.sql(sql).bind("symbol", symbol).bind("moment", moment).list(Findings::finding);
    }

    /** How many are new since then, by code. */
    public Map<String, Long> countsSince(Instant since) throws SQLException {
        return since("""
                SELECT code, count(*) AS found FROM exdate.finding WHERE first_seen >= :since
                GROUP BY code ORDER BY array_position(:order::text[], code) NULLS LAST, code
                """, since).map(row -> row.getString("code"), row -> row.getLong("found"));
    }

    /** The new ones that matter most: the newest of each code in turn. */
    public List<StoredFinding> firstSince(Instant since, int most) throws SQLException {
        return since("""
                SELECT %s FROM (
                    SELECT *, row_number() OVER (PARTITION BY code ORDER BY state, day DESC NULLS LAST, symbol, field) AS nth
                    FROM exdate.finding WHERE first_seen >= :since
                ) AS news
                ORDER BY nth, array_position(:order::text[], code) NULLS LAST, code LIMIT :most
                """.formatted(COLUMNS), since).bind("most", most).list(Findings::finding);
    }

    private Sql since(String sql, Instant since) {
        List<String> order = List.of(Code.values()).stream().map(Code::word).toList();
        return handle.sql(sql).bind("since", since).bindArray("order", "text", order);
    }

    private static StoredFinding finding(ResultSet row) throws SQLException {
        return new StoredFinding(
                row.getString("code"),
                row.getString("symbol"),
                row.getObject("day", LocalDate.class),
                row.getString("field"),
                FindingsJson.said(row.getString("said")),
                row.getString("believed"),
                row.getString("reason"),
                State.ofWord(row.getString("state")));
    }
}
