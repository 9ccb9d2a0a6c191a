package dev.exdate.testing;

import dev.exdate.database.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What sources said, without what follows from it or is filled in from other sources: in the middle of a disturbed day a
 * row is as it was the day before or as it is on a good day.
 */
public record StoredRows(Map<String, Set<String>> byTable) {
    private static final Map<String, String> COLUMNS = Map.of(
            "raw_stock_prices", "symbol, date, open, high, low, close, adj_close, volume",
            "raw_stock_splits", "symbol, split_date, numerator, denominator",
            "raw_dividends", "symbol, ex_date, amount",
            "raw_future_dividends", "symbol, ex_date, amount",
            "raw_dividends_nasdaq", "symbol, ex_date, dividend_rate, payment_date",
            "raw_dividends_cboe", "symbol, ex_date, amount, payment_date",
            "raw_dividends_snowball", "symbol, ex_date, amount, payment_date",
            "raw_yieldmax_dividends", "symbol, ex_date, amount",
            "raw_stocks", "symbol, holdings, sector, industry, market_cap",
            "raw_holdings_history", "symbol, date, holdings");

    public static StoredRows of(TestDatabase database) {
        return of(database, COLUMNS);
    }

    /** Of runs that ask several sources for the same: each writes a fund's holdings in a form and with a day of its own. */
    public static StoredRows ofSeveralSources(TestDatabase database) {
        Map<String, String> columns = new HashMap<>(COLUMNS);
        columns.remove("raw_holdings_history");
        columns.put("raw_stocks", "symbol, holdings IS NOT NULL, sector, industry, market_cap");
        return of(database, columns);
    }

    private static StoredRows of(TestDatabase database, Map<String, String> columns) {
        Map<String, Set<String>> rows = new TreeMap<>();
        columns.forEach((table, chosen) ->
                rows.put(table, new HashSet<>(database.rows("SELECT " + chosen + " FROM public." + table))));
        return new StoredRows(rows);
    }

    /** Rows that were there before, are there on a good day, and are not here. */
    public List<String> lost(StoredRows before, StoredRows good) {
        List<String> lost = new ArrayList<>();
        before.byTable.forEach((table, rows) -> rows.stream()
                .filter(row -> good.has(table, row) && !has(table, row))
                .forEach(row -> lost.add(table + " " + row)));
        return lost;
    }

    /** Rows that are neither as they were before nor as they are on a good day. */
    public List<String> wrong(StoredRows before, StoredRows good) {
        List<String> wrong = new ArrayList<>();
        byTable.forEach((table, rows) -> rows.stream()
                .filter(row -> !before.has(table, row) && !good.has(table, row))
                .forEach(row -> wrong.add(table + " " + row)));
        return wrong;
    }

    /** Rows that the other one has and this has not, and the other way round. */
    public List<String> differences(StoredRows other) {
        List<String> differences = new ArrayList<>();
        byTable.forEach((table, rows) -> rows.stream()
                .filter(row -> !other.has(table, row))
                .forEach(row -> differences.add("+ " + table + " " + row)));
        other.byTable.forEach((table, rows) -> rows.stream()
                .filter(row -> !has(table, row))
                .forEach(row -> differences.add("- " + table + " " + row)));
        return differences;
    }

    private boolean has(String table, String row) {
        return byTable.getOrDefault(table, Set.of()).contains(row);
    }
}
