package dev.exdate.update;

import dev.exdate.database.Handle;
import dev.exdate.database.Statements;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Distribution;
import dev.exdate.truth.DayAmounts;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code raw_dividends}: one amount per symbol and ex-date, all that is paid for the day. A source may correct its own amount. A different amount of
 * another source replaces it only if that source comes first in order; either way the conflict is recorded in {@code
 * exdate.dividend_conflict}.
 */
final class DividendStore {
    private static final List<String> ORDER = List.of("fmp", "yahoo", "alphavantage");

    private static final Table<Row> TABLE = new Table<>(
            "public.raw_dividends",
            List.of(
                    Column.text("symbol", row -> row.paid().ticker().symbol()),
                    Column.date("ex_date", row -> row.paid().exDate()),
                    Column.numeric("amount", row -> row.paid().amount()),
                    Column.date("record_date", row -> row.paid().recordDate()),
                    Column.date("payment_date", row -> row.paid().payDate()),
                    Column.date("declaration_date", row -> row.paid().declaredDate()),
                    Column.numeric("adj_amount", row -> row.paid().adjAmount()),
                    Column.text("frequency", row -> row.paid().frequency()),
                    Column.text("currency", row -> row.paid().currency()),
                    Column.text("source", Row::source)),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    private final BulkWriter writer;
    private final Statements statements;

    DividendStore(BulkWriter writer) {
        this.writer = writer;
        this.statements = new Statements(writer);
    }

    /** @param source null keeps the stored one, because the amounts agree */
    record Row(Distribution paid, @Nullable String source) {}

    private record Key(String symbol, LocalDate exDate) {}

    private record Stored(
            @Nullable BigDecimal amount, @Nullable String source) {}

    private record Conflict(
            Distribution paid,
            String source,
            BigDecimal kept,
            @Nullable String keptSource) {}

    Written write(Handle handle, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return Written.NOTHING;
        }
        Map<String, List<Statement.Row>> bySource = rows.stream()
                .collect(Collectors.groupingBy(
                        DividendStore::named,
                        Collectors.mapping(
                                row -> new Statement.Row(row.paid(), row.paid().frequency()), Collectors.toList())));
        for (Map.Entry<String, List<Statement.Row>> said : bySource.entrySet()) {
            statements.append(handle, Statement.of(said.getKey(), said.getValue()));
        }
        List<Conflict> conflicts = new ArrayList<>();
        Map<Key, Row> once = oneADay(rows);
        Map<Key, Stored> stored = stored(handle, List.copyOf(once.values()));
        List<Row> accepted = new ArrayList<>();
        for (Row row : once.values()) {
            accept(row, stored.get(key(row)), accepted, conflicts);
        }
        note(handle, conflicts);
        return writer.write(handle, TABLE, accepted);
    }

    /** Several payments of a day are one row, with their sum. */
    private static Map<Key, Row> oneADay(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(DividendStore::key, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, day -> sum(day.getValue()), (one, other) -> one, LinkedHashMap::new));
    }

    private static Row sum(List<Row> day) {
        Row first = day.getFirst();
        DayAmounts amounts =
                new DayAmounts(day.stream().map(row -> row.paid().amount()).toList());
        return day.size() == 1
                ? first
                : new Row(first.paid().paying(amounts.sum(), amounts.payments().size() == 1), first.source());
    }

    private static void accept(Row row, @Nullable Stored stored, List<Row> accepted, List<Conflict> conflicts) {
        BigDecimal before = stored == null ? null : stored.amount();
        if (stored == null || before == null) {
            accepted.add(row);
        } else if (DayAmounts.areSame(before, row.paid().amount())) {
            accepted.add(
                    DayAmounts.isMoreExact(row.paid().amount(), before)
                            ? row
                            : new Row(row.paid().paying(before, true), stored.source() == null ? row.source() : null));
        } else if (stored.source() == null || named(row).equals(stored.source())) {
            accepted.add(row);
        } else if (ORDER.indexOf(named(row)) < ORDER.indexOf(stored.source())) {
            conflicts.add(new Conflict(
                    new Distribution(
                            row.paid().ticker(), row.paid().exDate(), null, null, null, before, null, null, null),
                    stored.source(),
                    row.paid().amount(),
                    named(row)));
            accepted.add(row);
        } else {
            conflicts.add(new Conflict(row.paid(), named(row), before, stored.source()));
        }
    }

    private static String named(Row row) {
        String source = row.source();
        return source == null ? "" : source.toLowerCase(Locale.ROOT);
    }

    private static Key key(Row row) {
        return new Key(row.paid().ticker().symbol(), row.paid().exDate());
    }

    private static Map<Key, Stored> stored(Handle handle, List<Row> rows) throws SQLException {
        String sql = """
                SELECT d.symbol, d.ex_date, d.amount, lower(d.source) AS source
                FROM unnest(:symbols::text[], :days::date[]) AS asked (symbol, ex_date)
                JOIN public.raw_dividends d USING (symbol, ex_date)
                """;
        return handle.sql(sql)
                .bindArray(
                        "symbols",
                        "text",
                        rows.stream().map(row -> key(row).symbol()).toList())
                .bindArray(
                        "days",
                        "date",
                        rows.stream().map(row -> key(row).exDate()).toList())
                .map(
                        row -> new Key(row.getString("symbol"), row.getObject("ex_date", LocalDate.class)),
                        row -> new Stored(row.getBigDecimal("amount"), row.getString("source")));
    }

    private static void note(Handle handle, List<Conflict> conflicts) throws SQLException {
        String sql = """
                INSERT INTO exdate.dividend_conflict (symbol, ex_date, amount, source, kept_amount, kept_source)
                VALUES (:symbol, :ex_date, :amount, :source, :kept_amount, :kept_source)
                ON CONFLICT (symbol, ex_date, amount, source) DO NOTHING
                """;
        handle.batch(
                sql,
                conflicts,
                (insert, conflict) -> insert.bind(
                                "symbol", conflict.paid().ticker().symbol())
                        .bind("ex_date", conflict.paid().exDate())
                        .bind("amount", conflict.paid().amount())
                        .bind("source", conflict.source())
                        .bind("kept_amount", conflict.kept())
                        .bind("kept_source", conflict.keptSource()));
    }
}
