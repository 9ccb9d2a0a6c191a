package dev.exdate.report;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database's content in numbers, as of one snapshot.
 *
 * @param withPrice symbols whose {@code raw_stocks.price} is known, or will be once the update gets to its end
 * @param withDividend symbols whose trailing yield is known, or will be then
 * @param excluded members of the union of both exclusion tables
 */
public record DatabaseStatus(
        long symbols,
        long withPrice,
        long withDividend,
        long withCompany,
        long withSector,
        long withHoldings,
        long stocks,
        long etfs,
        long trusts,
        long duplicates,
        RowCount priceRows,
        RowCount dividendRows,
        long futureRows,
        long excluded,
        List<Yielder> top) {
    /** Counts every row. */
    static DatabaseStatus read(Handle handle) throws SQLException {
        String sql = """
                SELECT (SELECT count(*) FROM public.raw_stock_prices) AS price_rows,
                       (SELECT count(*) FROM public.raw_dividends) AS dividend_rows
                """;
        return handle.sql(sql)
                .one(row -> read(
                        handle,
                        RowCount.exact(row.getLong("price_rows")),
                        RowCount.exact(row.getLong("dividend_rows"))));
    }

    /** Answers at once on databases of any size: rows of large tables are estimated. */
    static DatabaseStatus glance(Handle handle) throws SQLException {
        return read(handle, RowCount.quick(handle, "raw_stock_prices"), RowCount.quick(handle, "raw_dividends"));
    }

    private static DatabaseStatus read(Handle handle, RowCount prices, RowCount dividends) throws SQLException {
        String sql = """
                SELECT count(*) AS symbols,
                       count(*) FILTER (WHERE price IS NOT NULL OR EXISTS (
                           SELECT FROM public.raw_stock_prices p WHERE p.symbol = s.symbol)) AS with_price,
                       count(*) FILTER (WHERE dividend_yield IS NOT NULL OR price IS NULL AND EXISTS (
                           SELECT FROM public.raw_dividends d WHERE d.symbol = s.symbol)) AS with_dividend,
                       count(company) AS with_company,
                       count(sector) AS with_sector,
                       count(holdings) AS with_holdings,
                       count(*) FILTER (WHERE type = 'stock') AS stocks,
                       count(*) FILTER (WHERE type = 'etf') AS etfs,
                       count(*) FILTER (WHERE type = 'trust') AS trusts,
                       count(*) - count(DISTINCT upper(btrim(symbol))) AS duplicates,
                       (SELECT count(*) FROM public.raw_future_dividends) AS future_rows,
                       (SELECT count(*) FROM (SELECT symbol FROM public.raw_stocks_excluded
                                              UNION SELECT symbol FROM public.raw_excluded_symbols) AS either)
                           AS excluded
                FROM public.raw_stocks s
                """;
        List<Yielder> top = top(handle);
        return handle.sql(sql)
                .one(row -> new DatabaseStatus(
                        row.getLong("symbols"),
                        row.getLong("with_price"),
                        row.getLong("with_dividend"),
                        row.getLong("with_company"),
                        row.getLong("with_sector"),
                        row.getLong("with_holdings"),
                        row.getLong("stocks"),
                        row.getLong("etfs"),
                        row.getLong("trusts"),
                        row.getLong("duplicates"),
                        prices,
                        dividends,
                        row.getLong("future_rows"),
                        row.getLong("excluded"),
                        top));
    }

    private static List<Yielder> top(Handle handle) throws SQLException {
        String sql = """
                SELECT symbol, dividend_yield, coalesce(company, name, '') AS company
                FROM public.raw_stocks
                WHERE dividend_yield IS NOT NULL
                ORDER BY dividend_yield DESC, symbol
                LIMIT 10
                """;
        return handle.sql(sql)
                .list(row -> new Yielder(
                        row.getString("symbol"), row.getBigDecimal("dividend_yield"), row.getString("company")));
    }

    /** The blocks of the final report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "📈 Total symbols in database: " + Figures.count(symbols),
                "",
                "📊 DATA COMPLETENESS:",
                "  💰 Symbols with prices: " + share(withPrice),
                "  💵 Symbols with dividend data: " + share(withDividend),
                "  🏢 Symbols with company info: " + share(withCompany),
                "  🏭 Symbols with sector data: " + share(withSector),
                "  📊 ETFs with holdings: " + Figures.count(withHoldings),
                "",
                "🏷️  BREAKDOWN BY TYPE:",
                "  📈 Stocks: " + Figures.count(stocks),
                "  📊 ETFs: " + Figures.count(etfs),
                "  🏛️  Trusts: " + Figures.count(trusts),
                "",
                "📜 HISTORICAL RECORDS:",
                "  💰 Price records: " + priceRows.shown(),
                "  💵 Dividend records: " + dividendRows.shown(),
                "  📅 Future dividend records: " + Figures.count(futureRows),
                "",
                "❌ Excluded symbols: " + Figures.count(excluded),
                "",
                "🏆 TOP 10 DIVIDEND YIELDERS:"));
        for (int i = 0; i < top.size(); i++) {
            Yielder yielder = top.get(i);
            String company = yielder.company();
            lines.add("  %2d. %-8s %6s%%  %s"
                    .formatted(
                            i + 1,
                            yielder.symbol(),
                            Figures.yield(yielder.yield()),
                            company.codePointCount(0, company.length()) > 30
                                    ? company.substring(0, company.offsetByCodePoints(0, 30))
                                    : company)
                    .stripTrailing());
        }
        return lines;
    }

    private String share(long part) {
        return Figures.count(part) + " (" + Figures.percent(part, symbols) + ")";
    }
}
