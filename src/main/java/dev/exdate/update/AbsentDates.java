package dev.exdate.update;

import dev.exdate.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** Record, pay and declaration dates that the price sources leave out, from the scrapers' tables, where amounts agree. */
final class AbsentDates {
    private static final String FILL = """
            WITH known AS (
                SELECT symbol, ex_date, amount, record_date, payment_date, declaration_date, frequency, 1 AS rank
                FROM public.raw_yieldmax_dividends WHERE ex_date >= ?
                UNION ALL
                SELECT symbol, ex_date, amount, record_date, payment_date, declaration_date, frequency, 2
                FROM public.raw_dividends_cboe WHERE ex_date >= ?
                UNION ALL
                SELECT symbol, ex_date, dividend_rate, record_date, payment_date, announcement_date, NULL, 3
                FROM public.raw_dividends_nasdaq WHERE ex_date >= ?
                UNION ALL
                SELECT symbol, ex_date, amount, NULL, payment_date, declaration_date, NULL, 4
                FROM public.raw_dividends_snowball WHERE ex_date >= ?),
            best AS (
                SELECT d.id, (array_agg(k.record_date ORDER BY k.rank) FILTER (WHERE k.record_date IS NOT NULL))[1] AS record_date,
                       (array_agg(k.payment_date ORDER BY k.rank) FILTER (WHERE k.payment_date IS NOT NULL))[1] AS payment_date,
                       (array_agg(k.declaration_date ORDER BY k.rank)
                           FILTER (WHERE k.declaration_date IS NOT NULL))[1] AS declaration_date,
                       (array_agg(k.frequency ORDER BY k.rank) FILTER (WHERE k.frequency IS NOT NULL))[1] AS frequency
                FROM public.raw_dividends d
                JOIN known k ON k.symbol = d.symbol AND k.ex_date = d.ex_date AND k.amount = d.amount
                WHERE d.record_date IS NULL OR d.payment_date IS NULL OR d.declaration_date IS NULL
                   OR d.frequency IS NULL
                GROUP BY d.id)
            UPDATE public.raw_dividends d
            SET record_date = coalesce(d.record_date, b.record_date),
                payment_date = coalesce(d.payment_date, b.payment_date),
                declaration_date = coalesce(d.declaration_date, b.declaration_date),
                frequency = coalesce(d.frequency, b.frequency)
            FROM best b
            WHERE d.id = b.id
              AND (d.record_date, d.payment_date, d.declaration_date, d.frequency)
                  IS DISTINCT FROM (coalesce(d.record_date, b.record_date), coalesce(d.payment_date, b.payment_date),
                                    coalesce(d.declaration_date, b.declaration_date), coalesce(d.frequency, b.frequency))
            """;

    private final Database database;

    AbsentDates(Database database) {
        this.database = database;
    }

    /** How many dividends with an ex-date of {@code from} or later were completed. */
    int fill(LocalDate from) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement update = connection.prepareStatement(FILL)) {
            for (int i = 1; i <= 4; i++) {
                update.setObject(i, from);
            }
            return update.executeUpdate();
        }
    }
}
