package dev.exdate.database;

import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.truth.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** {@code exdate.statement}: a changed statement is a new version, and the earlier one stays. */
public record Statements(BulkWriter writer) {
    private static final Table<Statement> TABLE = new Table<>(
            "exdate.statement",
            List.of(
                    Column.text("symbol", Statement::symbol),
                    Column.date("ex_date", Statement::exDate),
                    Column.text("source", Statement::source),
                    Column.text("kind", row -> row.kind().word()),
                    new Column<>("nth", "integer", Statement::nth),
                    new Column<>("superseded_at", "timestamptz", row -> "infinity"),
                    Column.numeric("amount", Statement::amount),
                    Column.date("record_date", Statement::recordDate),
                    Column.date("payment_date", Statement::payDate),
                    Column.date("declaration_date", Statement::declaredDate),
                    Column.text("frequency", Statement::frequency),
                    Column.text("currency", Statement::currency)),
            List.of("symbol", "ex_date", "source", "kind", "nth", "superseded_at"),
            Table.Duplicates.lastWins());

    /**
     * Within the caller's transaction.
     *
     * @param statements all that their sources say about their days; what they no longer say about these is superseded
     */
    public Written append(Handle handle, List<Statement> statements) throws SQLException {
        if (statements.isEmpty()) {
            return Written.NOTHING;
        }
        supersede(handle, statements);
        return writer.write(handle, TABLE, statements);
    }

    private static void supersede(Handle handle, List<Statement> statements) throws SQLException {
        String sql = """
                WITH said AS MATERIALIZED (
                    SELECT * FROM unnest(:sources::text[], :symbols::text[], :days::date[], :kinds::text[], :nths::int[])
                                  AS said (source, symbol, ex_date, kind, nth))
                UPDATE exdate.statement s SET superseded_at = now()
                FROM (SELECT DISTINCT source, symbol, ex_date FROM said) d
                WHERE s.symbol = d.symbol AND s.ex_date = d.ex_date AND s.source = d.source
                  AND s.superseded_at = 'infinity'
                  AND NOT EXISTS (
                      SELECT FROM said n
                      WHERE n.symbol = s.symbol AND n.ex_date = s.ex_date AND n.source = s.source
                        AND n.kind = s.kind AND n.nth = s.nth)
                """;
        handle.sql(sql)
                .bindArray("sources", "text", each(statements, Statement::source))
                .bindArray("symbols", "text", each(statements, Statement::symbol))
                .bindArray("days", "date", each(statements, Statement::exDate))
                .bindArray("kinds", "text", each(statements, row -> row.kind().word()))
                .bindArray("nths", "int", each(statements, Statement::nth))
                .execute();
    }

    private static List<Object> each(List<Statement> statements, Function<Statement, Object> value) {
        return statements.stream().map(value).toList();
    }
}
