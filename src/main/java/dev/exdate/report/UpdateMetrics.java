package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the main update of this run wrote. */
record UpdateMetrics(long priceRows, long symbolsPriced, long symbolsPaying, long companies, List<Yielder> top) {
    static UpdateMetrics read(Handle handle, TaskContext run) throws SQLException {
        String counts = """
                SELECT (SELECT count(*) FROM public.raw_stock_prices WHERE updated_at >= :start) AS price_rows,
                       (SELECT count(*) FROM exdate.freshness
                        WHERE kind = 'prices' AND last_success_at >= :start) AS priced,
                       (SELECT count(DISTINCT symbol) FROM public.raw_dividends WHERE updated_at >= :start) AS paying,
                       (SELECT count(*) FROM exdate.freshness
                        WHERE kind = 'company' AND last_success_at >= :start) AS companies
                """;
        String top = """
                SELECT symbol, dividend_yield FROM public.raw_stocks
                WHERE dividend_yield IS NOT NULL AND updated_at >= :start
                ORDER BY dividend_yield DESC, symbol LIMIT 5
                """;
        List<Yielder> yielders = handle.sql(top)
                .bind("start", run.startedAt())
                .list(row -> new Yielder(row.getString("symbol"), row.getBigDecimal("dividend_yield"), ""));
        return handle.sql(counts)
                .bind("start", run.startedAt())
                .one(row -> new UpdateMetrics(
                        row.getLong("price_rows"),
                        row.getLong("priced"),
                        row.getLong("paying"),
                        row.getLong("companies"),
                        yielders));
    }

    List<String> lines(DatabaseStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("  💰 Price records updated: " + Figures.count(priceRows));
        lines.add("  📈 Symbols with new prices: " + Figures.count(symbolsPriced));
        lines.add("  💵 Symbols with dividend updates: " + Figures.count(symbolsPaying));
        lines.add("  🏆 Top 5 dividend yields updated:");
        top.forEach(one -> lines.add("     - " + one.symbol() + ": " + Figures.yield(one.yield()) + "%"));
        lines.add("  🏢 Company info updated: " + Figures.count(companies));
        lines.add("  📜 Historical dividend records: " + status.dividendRows().shown());
        lines.add("");
        lines.add("  📊 Current Database Totals:");
        lines.add("     Total symbols: " + Figures.count(status.symbols()));
        lines.add("     With prices: " + share(status.withPrice(), status));
        lines.add("     With dividends: " + share(status.withDividend(), status));
        lines.addAll(markers(status));
        return lines;
    }

    private static String share(long part, DatabaseStatus status) {
        return Figures.count(part) + " (" + Figures.percent(part, status.symbols()) + ")";
    }

    /** Markers that log readers look for. */
    private static List<String> markers(DatabaseStatus status) {
        List<String> markers = new ArrayList<>();
        BigDecimal prices = Figures.share(status.withPrice(), status.symbols());
        if (prices.compareTo(BigDecimal.valueOf(50)) < 0) {
            markers.add("EXIT_CODE:CRITICAL:Less than 50% of symbols have price data (" + prices + "%)");
        } else if (prices.compareTo(BigDecimal.valueOf(80)) < 0) {
            markers.add("EXIT_CODE:WARNING:Price data coverage below 80% (" + prices + "%)");
        }
        BigDecimal dividends = Figures.share(status.withDividend(), status.symbols());
        if (dividends.compareTo(BigDecimal.valueOf(30)) < 0) {
            markers.add("EXIT_CODE:WARNING:Dividend data coverage below 30% (" + dividends + "%)");
        }
        return markers;
    }
}
