package dev.exdate.report.symbol;

import dev.exdate.database.Handle;
import dev.exdate.report.symbol.SymbolSheet.Stated;
import dev.exdate.report.symbol.SymbolSheet.Yields;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads a symbol's price and yields.
 *
 * @param past whether the yields of a past day are wanted; those of now are stored
 */
record YieldReader(Handle handle, LocalDate day, boolean past) {
    Yields read(String symbol) throws SQLException {
        return past ? past(symbol) : now(symbol);
    }

    private Yields now(String symbol) throws SQLException {
        String sql = """
                SELECT price, price_date, dividend_yield, coalesce(yield_projected, false) AS projected, dividends_ttm,
                       forward_yield, frequency
                FROM public.raw_stocks WHERE symbol = :symbol
                """;
        Optional<Stated> issuer = stated(symbol);
        return handle.sql(sql)
                .bind("symbol", symbol)
                .one(row -> new Yields(
                        row.getBigDecimal("price"),
                        row.getObject("price_date", LocalDate.class),
                        row.getBigDecimal("dividend_yield"),
                        row.getBoolean("projected"),
                        row.getBigDecimal("dividends_ttm"),
                        row.getBigDecimal("forward_yield"),
                        row.getString("frequency"),
                        issuer));
    }

    /** The price as it is stored, adjusted for later splits, and payments that were believed then, adjusted likewise. */
    private Yields past(String symbol) throws SQLException {
        String sql = """
                WITH paid AS (
                    SELECT sum(d.amount * coalesce(later.denominators, 1) / coalesce(later.numerators, 1)) AS paid
                    FROM exdate.distributions_as_of((:day::date + 1)::timestamp AT TIME ZONE 'America/New_York') d
                    LEFT JOIN LATERAL (
                        SELECT exdate.product(p.numerator) AS numerators, exdate.product(p.denominator) AS denominators
                        FROM public.raw_stock_splits p
                        WHERE p.symbol = d.symbol AND p.split_date > d.ex_date AND p.numerator > 0 AND p.denominator > 0
                    ) later ON true
                    WHERE d.symbol = :symbol AND d.ex_date > :day::date - 365 AND d.ex_date <= :day::date
                      AND d.kind NOT IN ('stock', 'zero')
                ), bar AS (
                    SELECT date, coalesce(close, price) AS price FROM public.raw_stock_prices
                    WHERE symbol = :symbol AND date <= :day::date ORDER BY date DESC LIMIT 1
                )
                SELECT bar.price, bar.date, trim_scale(round(paid.paid, 8)) AS paid,
                       round(paid.paid / nullif(bar.price, 0), 6) AS trailing
                FROM paid LEFT JOIN bar ON true
                """;
        Optional<Stated> issuer = stated(symbol);
        return handle.sql(sql)
                .bind("symbol", symbol)
                .bind("day", day)
                .one(row -> new Yields(
                        row.getBigDecimal("price"),
                        row.getObject("date", LocalDate.class),
                        row.getBigDecimal("trailing"),
                        false,
                        row.getBigDecimal("paid"),
                        null,
                        null,
                        issuer));
    }

    private Optional<Stated> stated(String symbol) throws SQLException {
        String sql = """
                SELECT source, ex_date, distribution_rate, sec_yield, roc
                FROM (
                    SELECT source, ex_date, (to_jsonb(s) ->> 'distribution_rate')::numeric AS distribution_rate,
                           (to_jsonb(s) ->> 'sec_yield')::numeric AS sec_yield, (to_jsonb(s) ->> 'roc')::numeric AS roc
                    FROM exdate.statement s
                    WHERE symbol = :symbol AND ex_date <= :day::date + 30 AND superseded_at = 'infinity'
                ) AS said
                WHERE distribution_rate IS NOT NULL OR sec_yield IS NOT NULL OR roc IS NOT NULL
                ORDER BY ex_date DESC, distribution_rate IS NULL, source LIMIT 1
                """;
        return handle.sql(sql)
                .bind("symbol", symbol)
                .bind("day", day)
                .first(row -> new Stated(
                        row.getString("source"),
                        row.getObject("ex_date", LocalDate.class),
                        row.getBigDecimal("distribution_rate"),
                        row.getBigDecimal("sec_yield"),
                        row.getBigDecimal("roc")));
    }
}
