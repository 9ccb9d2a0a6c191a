package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.guard.ExclusionRule;
import dev.exdate.guard.Limits;
import dev.exdate.task.TaskLog;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Excludes symbols that no source knows any more: every source there is said "nothing" after three different sessions, and
 * there is no price of the last 30 days. Too many at once are an outage: then none.
 */
final class AutoExclusion {
    private static final int DAYS_OF_EVIDENCE = 3;
    private static final ExclusionRule RULE = ExclusionRule.of(Limits.USUAL.sources());

    private final Database database;

    AutoExclusion(Database database) {
        this.database = database;
    }

    void run(LocalDate session, TaskLog log) throws SQLException {
        List<String> hopeless = hopeless(session);
        if (hopeless.isEmpty()) {
            return;
        }
        long known = known();
        if (RULE.isOutage(hopeless.size(), known)) {
            log.line("⚠️  %d of %d symbols would be excluded; so many at once mean an outage, so none is excluded"
                    .formatted(hopeless.size(), known));
            return;
        }
        exclude(hopeless);
        hopeless.forEach(symbol -> log.line("🚫 " + symbol + ": Auto-excluded - no source had a price on "
                + DAYS_OF_EVIDENCE + " days; checked again after 30 days"));
    }

    private List<String> hopeless(LocalDate session) throws SQLException {
        String sql = """
                SELECT e.symbol
                FROM exdate.nothing_evidence e JOIN public.raw_stocks s USING (symbol)
                WHERE NOT EXISTS (SELECT FROM public.raw_stock_prices p WHERE p.symbol = e.symbol AND p.date > :session::date - 30)
                  AND NOT EXISTS (SELECT FROM %s x WHERE x.symbol = e.symbol)
                GROUP BY e.symbol
                HAVING count(DISTINCT e.day) >= :days AND max(e.day) = :session
                ORDER BY e.symbol
                """.formatted(Exclusions.IN_FORCE);
        return database.reading(handle -> handle.sql(sql)
                .bind("session", session)
                .bind("days", DAYS_OF_EVIDENCE)
                .list(row -> row.getString(1)));
    }

    private long known() throws SQLException {
        return database.reading(
                handle -> handle.sql("SELECT count(*) FROM public.raw_stocks").one(row -> row.getLong(1)));
    }

    private void exclude(List<String> symbols) throws SQLException {
        String sql = """
                INSERT INTO public.raw_excluded_symbols AS x
                    (symbol, reason, source, auto_excluded, validation_attempts, retry_after)
                SELECT e.symbol,
                       'No price data from any source (' || string_agg(DISTINCT e.source, ', ') || ') on '
                           || count(DISTINCT e.day) || ' days up to ' || max(e.day),
                       'update', true, 1, now() + interval '30 days'
                FROM exdate.nothing_evidence e WHERE e.symbol = ANY (:symbols::text[])
                GROUP BY e.symbol
                ON CONFLICT (symbol) DO UPDATE SET
                    reason = excluded.reason, excluded_at = now(), auto_excluded = true,
                    validation_attempts = x.validation_attempts + 1,
                    retry_after = now()
                        + CASE WHEN x.validation_attempts = 1 THEN interval '90 days' ELSE interval '180 days' END
                """;
        database.inTransaction(handle -> {
            handle.sql(sql).bindArray("symbols", "text", symbols).execute();
            return handle.sql("DELETE FROM exdate.nothing_evidence WHERE symbol = ANY (:symbols::text[])")
                    .bindArray("symbols", "text", symbols)
                    .execute();
        });
    }
}
