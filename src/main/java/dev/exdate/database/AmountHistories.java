package dev.exdate.database;

import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What symbols have paid: by a source's own rows, and by the history of dividends. */
public final class AmountHistories {
    private final Database database;
    private final String past;

    /**
     * The table with the source's rows.
     *
     * @param amount the column's name
     * @param oneADay whether a symbol has one row per ex-date, so that another amount is a correction
     */
    public record Table(String name, String amount, boolean oneADay) {}

    public AmountHistories(Database database, Table table) {
        this.database = database;
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

    /** Holds a source's rows against what their symbols have paid. */
    public <R> Screened<R> screen(AnnouncedAmounts<R> rule, List<R> rows, OverrideGate gate, LocalDate marketDay)
            throws SQLException {
        return rows.isEmpty()
                ? new Screened<>(List.of(), List.of())
                : rule.screen(rows, of(rule.symbols(rows)), marketDay, gate);
    }

    private Map<String, AmountHistory> of(Set<String> asked) throws SQLException {
        List<String> symbols = List.copyOf(asked);
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
