package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code exdate.statement}: a changed statement is a new version, and the earlier one stays. All within the caller's
 * transaction, which stores the source's rows.
 */
public record Statements(BulkWriter writer) {
    private static final Table<Row> TABLE = new Table<>(
            "exdate.statement",
            List.of(
                    Column.text("symbol", row -> row.said().symbol()),
                    Column.date("ex_date", row -> row.said().exDate()),
                    Column.text("source", row -> row.said().source()),
                    Column.text("kind", row -> row.said().kind().word()),
                    new Column<>("nth", "integer", row -> row.said().nth()),
                    new Column<>("superseded_at", "timestamptz", row -> "infinity"),
                    Column.numeric("amount", row -> row.said().amount()),
                    Column.date("record_date", row -> row.said().recordDate()),
                    Column.date("payment_date", row -> row.said().payDate()),
                    Column.date("declaration_date", row -> row.said().declaredDate()),
                    Column.text("frequency", row -> row.said().frequency()),
                    Column.text("currency", row -> row.said().currency()),
                    Column.numeric("adj_amount", row -> row.said().beside().adjAmount()),
                    Column.date("adjusted_to", row -> row.said().beside().adjustedTo()),
                    Column.numeric("roc", row -> row.said().beside().roc()),
                    Column.numeric(
                            "distribution_rate", row -> row.said().beside().distributionRate()),
                    Column.numeric("sec_yield", row -> row.said().beside().secYield()),
                    new Column<>("withdrawn_at", "timestamptz", row -> "infinity"),
                    // The same words on another page are no new statement.
                    new Column<>("reading", "integer", Row::reading, true)),
            List.of("symbol", "ex_date", "source", "kind", "nth", "superseded_at"),
            Table.Duplicates.lastWins());

    private record Row(Statement said, int reading) {}

    /** What a scope is called. */
    record Scope(String source, String scope) {}

    /** Keeps what readings say, and withdraws what they do not say any more. */
    public Written append(Handle handle, Collection<Reading> readings) throws SQLException {
        List<Reading> telling = readings.stream()
                .filter(reading -> !reading.said().isEmpty() || !reading.gone().isEmpty())
                .toList();
        if (telling.isEmpty()) {
            return Written.NOTHING;
        }
        Map<Scope, Integer> ids = note(handle, telling);
        List<Row> rows = new ArrayList<>();
        for (Reading reading : telling) {
            int id = ids.getOrDefault(new Scope(reading.source(), reading.scope()), 0);
            reading.said().forEach(said -> rows.add(new Row(said, id)));
        }
        supersede(handle, rows);
        for (Reading reading : telling) {
            withdraw(handle, reading.source(), reading.gone());
        }
        return writer.write(handle, TABLE, rows);
    }

    /** Keeps what is said about splits and symbols. */
    public Written appendEvents(Handle handle, Collection<StatedEvent> events) throws SQLException {
        return events.isEmpty() ? Written.NOTHING : writer.write(handle, StatedEvent.TABLE, events);
    }

    /** Remembers when each scope was read. */
    private static Map<Scope, Integer> note(Handle handle, List<Reading> readings) throws SQLException {
        String sql = """
                INSERT INTO exdate.reading AS r (source, scope, since, whole_since)
                SELECT source, scope, min(since), min(since)
                FROM unnest(:sources::text[], :scopes::text[], :since::date[]) AS n (source, scope, since)
                GROUP BY source, scope
                ON CONFLICT (source, scope) DO UPDATE
                SET since = excluded.since, read_at = now(),
                    whole_since = least(r.whole_since, excluded.since),
                    whole_at = CASE WHEN excluded.since <= r.whole_since THEN now() ELSE r.whole_at END
                RETURNING id, source, scope
                """;
        return handle.sql(sql)
                .bindArray("sources", "text", each(readings, Reading::source))
                .bindArray("scopes", "text", each(readings, Reading::scope))
                .bindArray("since", "date", each(readings, Reading::since))
                .map(row -> new Scope(row.getString("source"), row.getString("scope")), row -> row.getInt("id"));
    }

    /** What a source does not say any more of a day of which it says something else. */
    private static void supersede(Handle handle, List<Row> rows) throws SQLException {
        String sql = """
                WITH said AS MATERIALIZED (
                    SELECT * FROM unnest(:sources::text[], :symbols::text[], :days::date[], :kinds::text[], :nths::int[])
                                  AS said (source, symbol, ex_date, kind, nth))
                UPDATE exdate.statement s SET superseded_at = now()
                FROM (SELECT DISTINCT source, symbol, ex_date FROM said) d
                WHERE s.symbol = d.symbol AND s.ex_date = d.ex_date AND s.source = d.source
                  AND s.superseded_at = 'infinity' AND s.event_type = 'distribution'
                  AND NOT EXISTS (
                      SELECT FROM said n
                      WHERE n.symbol = s.symbol AND n.ex_date = s.ex_date AND n.source = s.source
                        AND n.kind = s.kind AND n.nth = s.nth)
                """;
        List<Statement> statements = rows.stream().map(Row::said).toList();
        days(handle.sql(sql), each(statements, Statement::day))
                .bindArray("sources", "text", each(statements, Statement::source))
                .bindArray("kinds", "text", each(statements, row -> row.kind().word()))
                .bindArray("nths", "int", each(statements, Statement::nth))
                .execute();
    }

    private static void withdraw(Handle handle, String source, List<EventDay> dropped) throws SQLException {
        String sql = """
                UPDATE exdate.statement s SET withdrawn_at = now()
                FROM unnest(:symbols::text[], :days::date[]) AS d (symbol, ex_date)
                WHERE s.symbol = d.symbol AND s.ex_date = d.ex_date AND s.source = :source
                  AND s.superseded_at = 'infinity' AND s.withdrawn_at = 'infinity' AND s.event_type = 'distribution'
                """;
        if (!dropped.isEmpty()) {
            days(handle.sql(sql), dropped).bind("source", source).execute();
        }
    }

    static Sql days(Sql sql, Collection<EventDay> days) {
        return sql.bindArray("symbols", "text", each(days, EventDay::symbol))
                .bindArray("days", "date", each(days, EventDay::exDate));
    }

    static <T, V> List<V> each(Collection<T> all, Function<T, V> value) {
        return all.stream().map(value).toList();
    }
}
