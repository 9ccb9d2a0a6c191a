package dev.exdate.source;

import dev.exdate.database.Handle;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Completes dividends from the scrapers' tables: record, payment and declaration dates and the frequency, if the source
 * of the amount leaves them out. An announcement counts if its amount, or the sum of all of its source for the day, means
 * the same, or if it has none.
 */
public enum AnnouncedDates {
    /**
     * {@code raw_dividends}. FMP and Alpha Vantage have dates; those beside others' amounts come from announcements, which
     * may be corrected.
     */
    HISTORY("public.raw_dividends", "d.source NOT IN ('" + FmpSource.ID + "', '" + AlphaVantageSource.ID + "')"),
    /** {@code raw_future_dividends}, whose calendars have dates of their own. */
    AHEAD("public.raw_future_dividends", "FALSE");

    /** Frequencies have the issuers' spelling. */
    private static final String FILL = """
            WITH each (symbol, ex_date, amount, record_date, payment_date, declaration_date, frequency, kind, rank) AS (
            %3$s),
            known AS (SELECT *, sum(amount) OVER (PARTITION BY symbol, ex_date, rank) AS total FROM each),
            best AS (
                SELECT d.symbol, d.ex_date,
                       (array_agg(k.record_date ORDER BY k.rank) FILTER (WHERE k.record_date IS NOT NULL))[1] AS record_date,
                       (array_agg(k.payment_date ORDER BY k.rank) FILTER (WHERE k.payment_date IS NOT NULL))[1] AS payment_date,
                       (array_agg(k.declaration_date ORDER BY k.rank)
                           FILTER (WHERE k.declaration_date IS NOT NULL))[1] AS declaration_date,
                       (array_agg(k.frequency ORDER BY k.rank) FILTER (WHERE k.frequency IS NOT NULL))[1] AS frequency
                FROM %1$s d
                JOIN known k ON k.symbol = d.symbol AND k.ex_date = d.ex_date
                    AND (k.amount IS NULL OR exdate.same_amount(k.amount, d.amount)
                         OR exdate.same_amount(k.total, d.amount))
                GROUP BY d.symbol, d.ex_date),
            completed AS (
                SELECT d.symbol, d.ex_date,
                       CASE WHEN %2$s THEN coalesce(b.record_date, d.record_date)
                            ELSE coalesce(d.record_date, b.record_date) END AS record_date,
                       CASE WHEN %2$s THEN coalesce(b.payment_date, d.payment_date)
                            ELSE coalesce(d.payment_date, b.payment_date) END AS payment_date,
                       CASE WHEN %2$s THEN coalesce(b.declaration_date, d.declaration_date)
                            ELSE coalesce(d.declaration_date, b.declaration_date) END AS declaration_date,
                       CASE WHEN %2$s THEN coalesce(b.frequency, d.frequency)
                            ELSE coalesce(d.frequency, b.frequency) END AS frequency
                FROM best b JOIN %1$s d ON d.symbol = b.symbol AND d.ex_date = b.ex_date)
            UPDATE %1$s d
            SET record_date = c.record_date, payment_date = c.payment_date,
                declaration_date = c.declaration_date, frequency = c.frequency
            FROM completed c
            WHERE d.symbol = c.symbol AND d.ex_date = c.ex_date
              AND (d.record_date, d.payment_date, d.declaration_date, d.frequency)
                  IS DISTINCT FROM (c.record_date, c.payment_date, c.declaration_date, c.frequency)
            """;

    private final String table;

    /** SQL: whether an announcement's dates replace those of a dividend {@code d}. */
    private final String datesFollow;

    AnnouncedDates(String table, String datesFollow) {
        this.table = table;
        this.datesFollow = datesFollow;
    }

    /** How many dividends were completed or corrected. Values from other sources than announcements stay. */
    public int fill(Handle handle) throws SQLException {
        return handle.execute(FILL.formatted(table, datesFollow, known()));
    }

    /** SQL for symbol and ex_date of all dividends that anybody has announced. */
    public static String exDates() {
        return Stream.concat(
                        Sources.ALL.stream().flatMap(source -> source.announcements().stream()),
                        Stream.of("SELECT symbol, ex_date FROM public.raw_future_dividends"))
                .map(query -> "SELECT a.symbol, a.ex_date FROM (" + query + ") a (symbol, ex_date)")
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** All announcements, ranked by their sources' order. */
    private static String known() {
        List<String> queries = Sources.ALL.stream()
                .flatMap(source -> source.announcements().stream())
                .toList();
        return IntStream.range(0, queries.size())
                .mapToObj(rank -> "SELECT a.*, " + rank + " FROM (" + queries.get(rank) + ") a")
                .collect(Collectors.joining(" UNION ALL "));
    }
}
