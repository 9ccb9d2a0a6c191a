package dev.exdate.holdings;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.database.Handle;
import dev.exdate.format.Answer;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Funds and their holdings. */
final class HoldingsStore {
    private final Database database;
    private final Clock clock;

    HoldingsStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Fund> funds() throws SQLException {
        String sql = """
                SELECT s.symbol, coalesce(s.name, '') AS name, y.symbol IS NOT NULL AS yieldmax
                FROM public.raw_stocks s
                LEFT JOIN (SELECT DISTINCT symbol FROM public.raw_yieldmax_dividends) y USING (symbol)
                WHERE (s.type = 'etf' OR s.investment_strategy IS NOT NULL OR s.name ~* '\\m(etf|fund)' OR y.symbol IS NOT NULL)
                  AND NOT EXISTS (SELECT FROM %s e WHERE e.symbol = s.symbol)
                ORDER BY s.symbol
                """.formatted(Exclusions.IN_FORCE);
        return database.reading(handle -> {
            List<Fund> funds = new ArrayList<>();
            handle.sql(sql).each(row -> {
                String symbol = row.getString("symbol");
                if (Ticker.isValid(symbol)) {
                    funds.add(new Fund(new Ticker(symbol), row.getString("name"), row.getBoolean("yieldmax")));
                }
            });
            return funds;
        });
    }

    /** The result of storing: the first holdings, changed ones, or unchanged ones. */
    enum Stored {
        ADDED,
        CHANGED,
        SAME
    }

    /** Positions are compared without their time stamps, which change every day. */
    Stored save(Fund fund, LocalDate marketDay, String source, List<HeldPosition> positions) throws SQLException {
        String json = HoldingsJson.of(fund.ticker(), positions);
        return database.inTransaction(handle -> {
            Stored stored =
                    update(handle, fund, json, stamp(positions.getFirst().updatedAt()));
            if (stored != Stored.SAME) {
                remember(handle, fund, marketDay, source, json, positions.size());
            }
            attempted(handle, fund, source, "data");
            return stored;
        });
    }

    /** A fund whose source had nothing or failed keeps what it has. */
    void without(Fund fund, String source, Answer<HeldPosition> answer) throws SQLException {
        String outcome = answer instanceof Answer.Failed ? "failed" : "nothing";
        database.inTransaction(handle -> attempted(handle, fund, source, outcome));
    }

    private static Stored update(Handle handle, Fund fund, String json, Instant updatedAt) throws SQLException {
        String sql = """
                WITH new AS (SELECT :holdings::jsonb AS holdings),
                old AS (SELECT holdings FROM public.raw_stocks WHERE symbol = :symbol)
                UPDATE public.raw_stocks s
                SET holdings = new.holdings, holdings_updated_at = :updated_at
                FROM new, old
                WHERE s.symbol = :symbol
                  AND (SELECT jsonb_agg(e - 'updatedAt' ORDER BY n) FROM jsonb_array_elements(new.holdings) WITH ORDINALITY AS a (e, n))
                      IS DISTINCT FROM
                      (SELECT jsonb_agg(CASE jsonb_typeof(e) WHEN 'object' THEN e - 'updatedAt' ELSE e END ORDER BY n)
                       FROM jsonb_array_elements(CASE jsonb_typeof(old.holdings) WHEN 'array' THEN old.holdings END)
                           WITH ORDINALITY AS a (e, n))
                RETURNING old.holdings IS NULL AS added
                """;
        return handle.sql(sql)
                .bind("holdings", json)
                .bind("symbol", fund.ticker().symbol())
                .bind("updated_at", updatedAt)
                .first(row -> row.getBoolean("added") ? Stored.ADDED : Stored.CHANGED)
                .orElse(Stored.SAME);
    }

    private static void remember(Handle handle, Fund fund, LocalDate marketDay, String source, String json, int count)
            throws SQLException {
        String sql = """
                INSERT INTO public.raw_holdings_history (symbol, date, holdings, holdings_count, data_source)
                VALUES (:symbol, :day, :holdings::jsonb, :count, :source)
                ON CONFLICT (symbol, date) DO UPDATE SET
                    holdings = excluded.holdings, holdings_count = excluded.holdings_count,
                    data_source = excluded.data_source
                """;
        handle.sql(sql)
                .bind("symbol", fund.ticker().symbol())
                .bind("day", marketDay)
                .bind("holdings", json)
                .bind("count", count)
                .bind("source", source)
                .execute();
    }

    private int attempted(Handle handle, Fund fund, String source, String outcome) throws SQLException {
        String sql = """
                INSERT INTO exdate.freshness AS f
                    (symbol, kind, last_attempt_at, last_success_at, last_outcome, source, attempts)
                VALUES (:symbol, 'holdings', :now, :success, :outcome, :source, :attempts)
                ON CONFLICT (symbol, kind) DO UPDATE SET
                    last_attempt_at = excluded.last_attempt_at,
                    last_success_at = coalesce(excluded.last_success_at, f.last_success_at),
                    last_outcome = excluded.last_outcome, source = excluded.source,
                    attempts = CASE excluded.attempts WHEN 0 THEN 0 ELSE f.attempts + 1 END
                """;
        Instant now = clock.instant();
        boolean failed = outcome.equals("failed");
        return handle.sql(sql)
                .bind("symbol", fund.ticker().symbol())
                .bind("now", now)
                .bind("success", failed ? null : now)
                .bind("outcome", outcome)
                .bind("source", source)
                .bind("attempts", failed ? 1 : 0)
                .execute();
    }

    /** Sources write a day, a local date and time, or an instant. Without a zone, it is New York time. */
    private Instant stamp(String stated) {
        String text = stated.strip().replace(' ', 'T');
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text)
                        .atStartOfDay(TradingCalendar.NEW_YORK)
                        .toInstant();
            }
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(TradingCalendar.NEW_YORK).toInstant();
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }
}
