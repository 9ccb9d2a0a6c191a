package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.task.TaskLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Excludes symbols that no source knows any more: every source there is said "nothing" after three different sessions, and
 * there is no price of the last 30 days. More than a hundred at once, or more than one in a hundred, is an outage: then none.
 */
final class AutoExclusion {
    private static final int DAYS_OF_EVIDENCE = 3;
    private static final int MOST = 100;

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
        if (hopeless.size() > MOST || hopeless.size() * 100L > known) {
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
                WHERE NOT EXISTS (SELECT FROM public.raw_stock_prices p WHERE p.symbol = e.symbol AND p.date > ?::date - 30)
                  AND NOT EXISTS (SELECT FROM %s x WHERE x.symbol = e.symbol)
                GROUP BY e.symbol
                HAVING count(DISTINCT e.day) >= ? AND max(e.day) = ?
                ORDER BY e.symbol
                """.formatted(Exclusions.IN_FORCE);
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, session);
                query.setInt(2, DAYS_OF_EVIDENCE);
                query.setObject(3, session);
                try (ResultSet row = query.executeQuery()) {
                    List<String> symbols = new ArrayList<>();
                    while (row.next()) {
                        symbols.add(row.getString(1));
                    }
                    return symbols;
                }
            }
        });
    }

    private long known() throws SQLException {
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM public.raw_stocks");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void exclude(List<String> symbols) throws SQLException {
        String sql = """
                INSERT INTO public.raw_excluded_symbols AS x
                    (symbol, reason, source, auto_excluded, validation_attempts, retry_after)
                SELECT e.symbol,
                       'No price data from any source (' || string_agg(DISTINCT e.source, ', ') || ') on '
                           || count(DISTINCT e.day) || ' days up to ' || max(e.day),
                       'update', true, 1, now() + interval '30 days'
                FROM exdate.nothing_evidence e WHERE e.symbol = ANY (?::text[])
                GROUP BY e.symbol
                ON CONFLICT (symbol) DO UPDATE SET
                    reason = excluded.reason, excluded_at = now(), auto_excluded = true,
                    validation_attempts = x.validation_attempts + 1,
                    retry_after = now()
                        + CASE WHEN x.validation_attempts = 1 THEN interval '90 days' ELSE interval '180 days' END
                """;
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql);
                    PreparedStatement clear = connection.prepareStatement(
                            "DELETE FROM exdate.nothing_evidence WHERE symbol = ANY (?::text[])")) {
                insert.setArray(1, connection.createArrayOf("text", symbols.toArray()));
                insert.executeUpdate();
                clear.setArray(1, connection.createArrayOf("text", symbols.toArray()));
                return clear.executeUpdate();
            }
        });
    }
}
