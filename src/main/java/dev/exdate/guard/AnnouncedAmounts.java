package dev.exdate.guard;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a source's announced distributions with its earlier ones and with the payment history.
 *
 * @param <R> a row of the source
 */
public final class AnnouncedAmounts<R> {
    private static final int DAYS_AHEAD = 366;

    private final Database database;
    private final OverrideGate gate;
    private final String past;
    private final Columns<R> columns;

    /**
     * A row's content.
     *
     * @param amount null if it has none
     */
    public record Columns<R>(
            Function<R, String> symbol, Function<R, LocalDate> exDate, Function<R, @Nullable BigDecimal> amount) {}

    /**
     * The table with the source's rows.
     *
     * @param amount the column's name
     * @param oneADay whether a symbol has one row per ex-date, so that another amount is a correction
     */
    public record Table(String name, String amount, boolean oneADay) {}

    public AnnouncedAmounts(Database database, OverrideGate gate, Table table, Columns<R> columns) {
        this.database = database;
        this.gate = gate;
        this.columns = columns;
        this.past = """
                SELECT asked.symbol, p.ex_date, p.amount, p.own
                FROM unnest(:symbols::text[]) AS asked (symbol)
                CROSS JOIN LATERAL (
                    (SELECT ex_date, %1$s AS amount, %3$s AS own FROM public.%2$s t
                     WHERE t.symbol = asked.symbol AND ex_date IS NOT NULL AND %1$s > 0 ORDER BY ex_date DESC LIMIT 400)
                    UNION ALL
                    (SELECT ex_date, amount, false FROM public.raw_dividends d
                     WHERE d.symbol = asked.symbol AND ex_date IS NOT NULL AND amount > 0 ORDER BY ex_date DESC LIMIT 24)
                ) p
                """.formatted(table.amount(), table.name(), table.oneADay());
    }

    public Screened<R> sift(List<R> rows, LocalDate marketDay) throws SQLException {
        if (rows.isEmpty()) {
            return new Screened<>(List.of(), List.of());
        }
        Map<String, AmountHistory> histories = histories(rows);
        List<R> taken = new ArrayList<>();
        List<Screened.Held<R>> held = new ArrayList<>();
        for (R row : rows) {
            objection(row, histories, marketDay)
                    .ifPresentOrElse(reason -> held.add(new Screened.Held<>(row, reason)), () -> taken.add(row));
        }
        return new Screened<>(taken, held);
    }

    private Optional<String> objection(R row, Map<String, AmountHistory> histories, LocalDate marketDay) {
        String symbol = columns.symbol().apply(row);
        LocalDate exDate = columns.exDate().apply(row);
        if (exDate.isAfter(marketDay.plusDays(DAYS_AHEAD))) {
            return gate.objection(
                    Guard.DATES, symbol, "%s: the ex-date %s is more than a year ahead".formatted(symbol, exDate));
        }
        BigDecimal amount = columns.amount().apply(row);
        AmountHistory history = histories.get(symbol);
        return amount == null || history == null
                ? Optional.empty()
                : history.finding(exDate, amount)
                        .flatMap(finding -> gate.objection(Guard.AMOUNTS, symbol, symbol + ": amount " + finding));
    }

    private Map<String, AmountHistory> histories(List<R> rows) throws SQLException {
        List<String> symbols = rows.stream().map(columns.symbol()).distinct().toList();
        return database.reading(handle -> {
            Map<String, List<AmountHistory.Paid>> stored = new HashMap<>();
            Map<String, List<AmountHistory.Paid>> others = new HashMap<>();
            each(
                    handle,
                    past,
                    symbols,
                    row -> (row.getBoolean(4) ? stored : others)
                            .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(new AmountHistory.Paid(row.getObject(2, LocalDate.class), row.getBigDecimal(3))));
            Map<String, List<Split>> splits = new HashMap<>();
            each(
                    handle,
                    """
                    SELECT symbol, split_date, numerator, denominator FROM public.raw_stock_splits
                    WHERE symbol = ANY (:symbols::text[]) AND numerator > 0 AND denominator > 0
                    """,
                    symbols,
                    row -> splits.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(new Split(
                                    row.getObject(2, LocalDate.class), row.getBigDecimal(3), row.getBigDecimal(4))));
            Map<String, BigDecimal> closes = new HashMap<>();
            each(
                    handle,
                    "SELECT symbol, price FROM public.raw_stocks WHERE symbol = ANY (:symbols::text[]) AND price > 0",
                    symbols,
                    row -> closes.put(row.getString(1), row.getBigDecimal(2)));
            Map<String, AmountHistory> histories = new HashMap<>();
            for (String symbol : symbols) {
                histories.put(
                        symbol,
                        new AmountHistory(
                                stored.getOrDefault(symbol, List.of()),
                                others.getOrDefault(symbol, List.of()),
                                splits.getOrDefault(symbol, List.of()),
                                closes.get(symbol)));
            }
            return histories;
        });
    }

    private static void each(Handle handle, String sql, List<String> symbols, Sql.Reader reader) throws SQLException {
        handle.sql(sql).bindArray("symbols", "text", symbols).each(reader);
    }
}
