package dev.exdate.adopt;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of an old database and what it was called over time.
 *
 * @param name Exdate's
 * @param names all that it was called, the best first: of two rows with one key the one of the earlier table counts
 * @param key columns by which rows are told apart
 * @param renamed columns and what they were called
 */
record OldTable(String name, List<String> names, List<String> key, Map<String, List<String>> renamed) {
    private static final List<String> BY_EX_DATE = List.of("symbol", "ex_date");

    /** Where old tables stay until the adoption is finished. */
    static final String SCHEMA = "exdate_legacy";

    static final List<OldTable> ALL = List.of(
            new OldTable(
                    "raw_stocks",
                    List.of("raw_stocks", "stocks"),
                    List.of("symbol"),
                    Map.of("company", List.of("company_name"))),
            new OldTable(
                    "raw_stock_prices",
                    List.of("raw_stock_prices", "stock_prices", "price_history"),
                    List.of("symbol", "date"),
                    Map.of("price", List.of("close"))),
            new OldTable(
                    "raw_dividends",
                    List.of("raw_dividends", "dividend_history"),
                    BY_EX_DATE,
                    Map.of("ex_date", List.of("ex_dividend_date"), "adj_amount", List.of("adj_dividend"))),
            new OldTable(
                    "raw_future_dividends",
                    List.of("raw_future_dividends", "divv_future_dividends", "dividend_calendar"),
                    BY_EX_DATE,
                    Map.of("ex_date", List.of("date", "ex_dividend_date"), "amount", List.of("dividend"))),
            new OldTable(
                    "raw_yieldmax_dividends",
                    List.of("raw_yieldmax_dividends", "divv_yieldmax_dividends", "raw_dividends_yieldmax"),
                    BY_EX_DATE,
                    Map.of("amount", List.of("amount_per_share"))),
            new OldTable(
                    "raw_dividends_cboe",
                    List.of("raw_dividends_cboe"),
                    List.of("symbol", "ex_date", "payment_date", "distribution_type"),
                    Map.of()),
            new OldTable("raw_dividends_nasdaq", List.of("raw_dividends_nasdaq"), BY_EX_DATE, Map.of()),
            new OldTable("raw_dividends_nyse", List.of("raw_dividends_nyse"), BY_EX_DATE, Map.of()),
            new OldTable("raw_dividends_snowball", List.of("raw_dividends_snowball"), BY_EX_DATE, Map.of()),
            new OldTable(
                    "raw_stocks_excluded",
                    List.of("raw_stocks_excluded", "divv_stocks_excluded", "stocks_excluded"),
                    List.of("symbol"),
                    Map.of()),
            new OldTable(
                    "raw_excluded_symbols",
                    List.of("raw_excluded_symbols", "excluded_symbols"),
                    List.of("symbol"),
                    Map.of()),
            new OldTable(
                    "raw_holdings_history",
                    List.of("raw_holdings_history", "holdings_history"),
                    List.of("symbol", "date"),
                    Map.of()),
            new OldTable(
                    "raw_stock_splits",
                    List.of("raw_stock_splits", "divv_stock_splits", "stock_splits"),
                    List.of("symbol", "split_date"),
                    Map.of()),
            new OldTable(
                    "raw_data_source_tracking",
                    List.of("raw_data_source_tracking", "divv_data_source_tracking"),
                    List.of("symbol", "data_type", "source"),
                    Map.of()));

    /** All names of all tables. */
    static List<String> allNames() {
        return ALL.stream().flatMap(table -> table.names().stream()).toList();
    }

    /** What an old name is called now. */
    static Optional<OldTable> ofName(String old) {
        return ALL.stream().filter(table -> table.names().contains(old)).findFirst();
    }
}
