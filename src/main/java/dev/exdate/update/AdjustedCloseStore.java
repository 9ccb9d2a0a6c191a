package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * {@code raw_stock_prices.adj_close} of symbols whose dividends or splits have changed; the same rule as {@link
 * dev.exdate.market.AdjustedCloses}, which computes new bars.
 */
final class AdjustedCloseStore {
    private static final int SYMBOLS = 200;

    /** Dividends of a series that was read as a whole are in its closes already, unless they were decided otherwise. */
    private static final String CHANGED = """
            WITH mark AS (SELECT coalesce(max(adjusted_at), '-infinity') AS since FROM exdate.adjusted_mark)
            SELECT symbol FROM public.raw_dividends d, mark
            WHERE d.updated_at >= since AND d.ex_date IS NOT NULL
              AND NOT (d.symbol = ANY (:whole::text[]) AND d.updated_at = d.created_at AND d.amount = (
                  SELECT sum(s.amount) FROM exdate.statement s
                  WHERE s.symbol = d.symbol AND s.ex_date = d.ex_date AND s.source IN ('fmp', 'yahoo', 'alphavantage')
                    AND s.superseded_at = 'infinity' AND s.withdrawn_at = 'infinity' AND s.event_type = 'distribution'))
            UNION
            SELECT symbol FROM public.raw_stock_splits s, mark
            WHERE s.updated_at >= since AND NOT (s.symbol = ANY (:whole::text[]) AND s.updated_at = s.created_at)
            UNION
            SELECT symbol FROM exdate.distribution, mark
            WHERE valid_to >= since AND (valid_to <> 'infinity' OR confidence < 0.5 AND valid_from >= since)
            ORDER BY 1
            """;

    private static final String UPDATE = """
            WITH paid AS MATERIALIZED (
                SELECT d.symbol, d.ex_date, before.close,
                       CASE WHEN later.numerators IS NULL OR later.numerators = later.denominators THEN d.amount
                            ELSE round(d.amount * later.denominators / later.numerators, 6) END AS cash
                FROM public.raw_dividends d
                LEFT JOIN LATERAL (
                    SELECT exdate.product(s.numerator) AS numerators, exdate.product(s.denominator) AS denominators
                    FROM public.raw_stock_splits s
                    WHERE s.symbol = d.symbol AND s.split_date > d.ex_date AND s.split_date <= :day
                      AND s.numerator > 0 AND s.denominator > 0
                ) later ON true
                CROSS JOIN LATERAL (
                    SELECT coalesce(p.close, p.price) AS close FROM public.raw_stock_prices p
                    WHERE p.symbol = d.symbol AND p.date < d.ex_date ORDER BY p.date DESC LIMIT 1
                ) before
                WHERE d.symbol = ANY (:symbols::text[]) AND d.ex_date <= :day AND d.amount > 0
                  AND EXISTS (SELECT FROM public.raw_stock_prices p WHERE p.symbol = d.symbol AND p.date >= d.ex_date)
            ), shares AS (
                SELECT symbol, ex_date AS until,
                       exdate.share(1 - exdate.digits16(round(cash, 30) / close)) OVER newest_first AS left_of_it,
                       coalesce(lead(ex_date) OVER newest_first, '-infinity') AS since
                FROM paid WHERE cash < close
                WINDOW newest_first AS (PARTITION BY symbol ORDER BY ex_date DESC)
            ), spans AS (
                SELECT symbol, since, until, left_of_it FROM shares
                UNION ALL
                SELECT s.symbol, coalesce((SELECT max(until) FROM shares x WHERE x.symbol = s.symbol), '-infinity'),
                       'infinity', 1
                FROM unnest(:symbols::text[]) AS s (symbol)
            ), computed AS (
                SELECT p.symbol, p.date,
                       CASE WHEN left_of_it = 1 THEN coalesce(p.close, p.price)
                            ELSE round(coalesce(p.close, p.price) * left_of_it,
                                       CASE WHEN coalesce(p.close, p.price) < 0.1 THEN 10 ELSE 6 END) END AS adj_close
                FROM spans JOIN public.raw_stock_prices p
                    ON p.symbol = spans.symbol AND p.date >= spans.since AND p.date < spans.until
            )
            UPDATE public.raw_stock_prices p SET adj_close = trim_scale(c.adj_close)
            FROM computed c
            WHERE p.symbol = c.symbol AND p.date = c.date AND p.adj_close IS DISTINCT FROM c.adj_close
            """;

    private final Database database;

    AdjustedCloseStore(Database database) {
        this.database = database;
    }

    /**
     * How many closes changed.
     *
     * @param whole symbols whose whole series was stored since the last time
     */
    int update(LocalDate marketDay, Collection<String> whole) throws SQLException {
        List<String> changed = database.reading(
                handle -> handle.sql(CHANGED).bindArray("whole", "text", whole).list(row -> row.getString("symbol")));
        int closes = 0;
        for (int i = 0; i < changed.size(); i += SYMBOLS) {
            List<String> symbols = changed.subList(i, Math.min(changed.size(), i + SYMBOLS));
            closes += database.inTransaction(handle -> handle.sql(UPDATE)
                    .bindArray("symbols", "text", symbols)
                    .bind("day", marketDay)
                    .execute());
        }
        return closes;
    }

    /** All that has changed until now is in the adjusted closes. */
    int mark(Handle handle) throws SQLException {
        handle.execute("DELETE FROM exdate.adjusted_mark");
        return handle.execute("INSERT INTO exdate.adjusted_mark VALUES (now())");
    }
}
