package dev.exdate.run.cost;

import dev.exdate.database.Database;
import dev.exdate.web.Evening;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** {@code exdate.source_requests}: what runs asked of sources. */
public final class SourceRequests {
    private final Database database;

    public SourceRequests(Database database) {
        this.database = database;
    }

    /** Adds what this start of the run asked. */
    public void keep(UUID run, Map<String, Long> requests) throws SQLException {
        if (requests.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO exdate.source_requests AS r (run_id, source, requests)
                SELECT :run, source, requests FROM unnest(:sources::text[], :counts::bigint[]) AS c (source, requests)
                ON CONFLICT (run_id, source) DO UPDATE SET requests = r.requests + excluded.requests
                """;
        database.inTransaction(handle -> handle.sql(sql)
                .bind("run", run)
                .bindArray("sources", "text", requests.keySet())
                .bindArray("counts", "bigint", requests.values())
                .execute());
    }

    /** The most that one of the last whole runs asked, by source: those repeated the same evening ask for little. */
    Map<String, Long> most() throws SQLException {
        String sql = """
                SELECT source, max(requests) AS requests
                FROM exdate.source_requests
                WHERE run_id IN (SELECT id FROM exdate.run
                                 WHERE command = 'run' AND status IN ('succeeded', 'failed') AND plan -> 'left' = '{}'
                                   AND NOT plan ? 'failedOf'
                                 ORDER BY started_at DESC LIMIT 7)
                GROUP BY source
                """;
        return database.reading(
                handle -> handle.sql(sql).map(row -> row.getString("source"), row -> row.getLong("requests")));
    }

    /** How many answers of this evening are kept, by source. */
    Map<String, Long> kept(Evening evening, Instant since) throws SQLException {
        String sql = """
                SELECT source, count(*) AS answers FROM exdate.kept_answer
                WHERE market_day = :day AND session = :session AND read_at > :since GROUP BY source
                """;
        return database.reading(handle -> handle.sql(sql)
                .bind("day", evening.marketDay())
                .bind("session", evening.session())
                .bind("since", since)
                .map(row -> row.getString("source"), row -> row.getLong("answers")));
    }
}
