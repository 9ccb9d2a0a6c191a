package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.database.bulk.Written;
import dev.exdate.truth.EventDay;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The tables that others read, computed from the payments that are believed: {@code raw_dividends} up to the market day,
 * {@code raw_future_dividends} from it on. A row is a day: the sum of its cash, as declared, with the day's dates.
 */
public record ReadersTables(Handle handle, LocalDate marketDay) {
    /** What each scraper's source has said; a row per symbol and ex-date, or several. */
    private static final List<String> SCRAPED = List.of(
            "raw_yieldmax_dividends",
            "raw_dividends_cboe",
            "raw_dividends_nasdaq",
            "raw_dividends_nyse",
            "raw_dividends_snowball");

    /** More likely wrong than right is nothing to tell readers. */
    private static final String CASH = """
            WITH day AS MATERIALIZED (
                SELECT DISTINCT * FROM unnest(:symbols::text[], :days::date[]) AS day (symbol, ex_date)),
            cash AS MATERIALIZED (
                SELECT symbol, ex_date, sum(amount) AS amount, sum(adj_amount) AS adj_amount,
                       min(record_date) AS record_date, min(payment_date) AS payment_date,
                       min(declaration_date) AS declaration_date,
                       min(CASE WHEN frequency = lower(frequency) THEN initcap(frequency) ELSE frequency END) AS frequency,
                       min(currency) AS currency, (array_agg(source ORDER BY kind, nth))[1] AS source
                FROM day JOIN exdate.distribution d USING (symbol, ex_date)
                WHERE d.valid_to = 'infinity' AND d.kind NOT IN ('stock', 'zero') AND d.status <> 'withdrawn'
                  AND d.confidence >= 0.5
                GROUP BY symbol, ex_date)
            """;

    private static final String PAST = CASH + """
            , news AS (
                SELECT c.* FROM cash c LEFT JOIN public.raw_dividends r ON r.symbol = c.symbol AND r.ex_date = c.ex_date
                WHERE c.ex_date <= :today AND EXISTS (SELECT FROM public.raw_stocks s WHERE s.symbol = c.symbol)
                  AND (r.symbol IS NULL OR
                       (r.amount, coalesce(r.adj_amount, r.amount), r.record_date, r.payment_date, r.declaration_date, r.frequency, r.currency, r.source)
                       IS DISTINCT FROM
                       (c.amount, c.adj_amount, coalesce(c.record_date, r.record_date), coalesce(c.payment_date, r.payment_date),
                        coalesce(c.declaration_date, r.declaration_date), coalesce(c.frequency, r.frequency),
                        coalesce(c.currency, r.currency), c.source))),
            written AS (
                INSERT INTO public.raw_dividends AS t (symbol, ex_date, amount, adj_amount, record_date, payment_date,
                    declaration_date, frequency, currency, source)
                SELECT symbol, ex_date, amount, adj_amount, record_date, payment_date, declaration_date, frequency, currency, source
                FROM news
                ON CONFLICT (symbol, ex_date) DO UPDATE SET
                    amount = excluded.amount, adj_amount = excluded.adj_amount,
                    record_date = coalesce(excluded.record_date, t.record_date),
                    payment_date = coalesce(excluded.payment_date, t.payment_date),
                    declaration_date = coalesce(excluded.declaration_date, t.declaration_date),
                    frequency = coalesce(excluded.frequency, t.frequency),
                    currency = coalesce(excluded.currency, t.currency), source = excluded.source
                RETURNING xmax = 0 AS added)
            SELECT count(*) FILTER (WHERE added), count(*) FILTER (WHERE NOT added),
                   (SELECT count(*) FROM cash WHERE ex_date <= :today)
            FROM written
            """;

    private static final String AHEAD = CASH + """
            , named AS (
                SELECT c.*, CASE c.source WHEN 'fmp' THEN 'FMP' WHEN 'nasdaq' THEN 'Nasdaq' ELSE c.source END AS name
                FROM cash c WHERE c.ex_date >= :today),
            news AS (
                SELECT c.* FROM named c
                LEFT JOIN public.raw_future_dividends r ON r.symbol = c.symbol AND r.ex_date = c.ex_date
                WHERE r.symbol IS NULL OR
                      (r.amount, coalesce(r.adj_dividend, r.amount), r.record_date, r.payment_date, r.declaration_date, r.frequency, r.source)
                      IS DISTINCT FROM
                      (c.amount, c.adj_amount, coalesce(c.record_date, r.record_date), coalesce(c.payment_date, r.payment_date),
                       coalesce(c.declaration_date, r.declaration_date), coalesce(c.frequency, r.frequency), c.name)),
            written AS (
                INSERT INTO public.raw_future_dividends AS t (symbol, ex_date, amount, adj_dividend, record_date,
                    payment_date, declaration_date, frequency, source)
                SELECT symbol, ex_date, amount, adj_amount, record_date, payment_date, declaration_date, frequency, name
                FROM news
                ON CONFLICT (symbol, ex_date) DO UPDATE SET
                    amount = excluded.amount, adj_dividend = excluded.adj_dividend,
                    record_date = coalesce(excluded.record_date, t.record_date),
                    payment_date = coalesce(excluded.payment_date, t.payment_date),
                    declaration_date = coalesce(excluded.declaration_date, t.declaration_date),
                    frequency = coalesce(excluded.frequency, t.frequency), source = excluded.source
                RETURNING xmax = 0 AS added)
            SELECT count(*) FILTER (WHERE added), count(*) FILTER (WHERE NOT added), (SELECT count(*) FROM named)
            FROM written
            """;

    private static final String MOVED = """
            INSERT INTO exdate.future_dividend_history
                (symbol, ex_date, amount, record_date, payment_date, declaration_date, adj_dividend, label,
                 frequency, source, created_at, updated_at, moved_at, reason)
            SELECT symbol, ex_date, amount, record_date, payment_date, declaration_date, adj_dividend, label,
                   frequency, source, created_at, updated_at, now(), 'withdrawn'
            FROM gone
            """;

    /** Brings these days into line. */
    Tables write(Collection<EventDay> days) throws SQLException {
        long withdrawn = count(
                CASH + ", gone AS (DELETE FROM public.raw_future_dividends r USING day d"
                        + " WHERE r.symbol = d.symbol AND r.ex_date = d.ex_date AND NOT EXISTS"
                        + " (SELECT FROM cash c WHERE c.symbol = d.symbol AND c.ex_date = d.ex_date) RETURNING r.*) "
                        + MOVED,
                days);
        long removed = count(
                CASH + "DELETE FROM public.raw_dividends r USING day d"
                        + " WHERE r.symbol = d.symbol AND r.ex_date = d.ex_date AND NOT EXISTS"
                        + " (SELECT FROM cash c WHERE c.symbol = d.symbol AND c.ex_date = d.ex_date)",
                days);
        return new Tables(written(PAST, days), removed, written(AHEAD, days), withdrawn);
    }

    /**
     * What has changed.
     *
     * @param past rows of {@code raw_dividends}
     * @param removed from it
     * @param ahead rows of {@code raw_future_dividends}
     * @param withdrawn moved from it to its history
     */
    public record Tables(Written past, long removed, Written ahead, long withdrawn) {
        static final Tables NOTHING = new Tables(Written.NOTHING, 0, Written.NOTHING, 0);

        Tables plus(Tables other) {
            return new Tables(
                    past.plus(other.past),
                    removed + other.removed,
                    ahead.plus(other.ahead),
                    withdrawn + other.withdrawn);
        }
    }

    private long count(String sql, Collection<EventDay> days) throws SQLException {
        return days.isEmpty() ? 0 : Statements.days(handle.sql(sql), days).execute();
    }

    private Written written(String sql, Collection<EventDay> days) throws SQLException {
        Sql query = Statements.days(handle.sql(sql), days).bind("today", marketDay);
        return query.one(row -> {
            long added = row.getLong(1);
            long changed = row.getLong(2);
            return new Written(added, changed, row.getLong(3) - added - changed, 0);
        });
    }

    /** What nobody says any more leaves the scrapers' tables. */
    void forget(Collection<EventDay> days) throws SQLException {
        for (String table : SCRAPED) {
            count(
                    "DELETE FROM public." + table
                            + " r USING unnest(:symbols::text[], :days::date[]) AS gone (symbol, ex_date)"
                            + " WHERE r.symbol = gone.symbol AND r.ex_date = gone.ex_date",
                    days);
        }
    }
}
