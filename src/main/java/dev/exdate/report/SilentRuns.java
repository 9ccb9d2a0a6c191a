package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.database.RunLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Runs that the journal has as running although their process is gone. Those who only look write nothing: they read the
 * journal through these subqueries, in which such a run is dead already.
 */
public final class SilentRuns {
    /** A run without a heartbeat for so long is dead if its lock is free as well. */
    private static final Duration MISSING = Duration.ofSeconds(15);

    /** The reason in SQL, of the row {@code r}. */
    public static final String REASON = """
            'no heartbeat since ' || to_char(coalesce(r.heartbeat_at, r.started_at)
                AT TIME ZONE 'America/New_York', 'YYYY-MM-DD HH24:MI:SS') || ' ET (process ' || r.pid || ' on ' || r.host || ')'
            """;

    /** A standby does not know the locks of its primary, and may be late. */
    private static final String SILENT = """
            r.status = 'running' AND NOT %s AND coalesce(r.heartbeat_at, r.started_at) < CASE WHEN pg_is_in_recovery()
                THEN coalesce(pg_last_xact_replay_timestamp(), clock_timestamp()) ELSE clock_timestamp() END
                - interval '%d s'
            """.formatted(RunLock.HELD, MISSING.toSeconds());

    /** In place of {@code exdate.run}. */
    static final String RUN = """
            (SELECT r.id, r.command, r.market_day, r.started_at,
                    CASE WHEN silent THEN coalesce(r.heartbeat_at, r.started_at) ELSE r.ended_at END AS ended_at,
                    CASE WHEN silent THEN 'dead' ELSE r.status END AS status, r.exit_code, r.starts,
                    CASE WHEN silent THEN %s ELSE r.reason END AS reason, r.version, r.server_version,
                    r.schema_version, r.host, r.pid, r.plan, r.report
             FROM exdate.run r CROSS JOIN LATERAL (SELECT %s AS silent) AS seen)
            """.formatted(REASON, SILENT);

    /** In place of {@code exdate.task_run}; a schema that is not up to date lacks its newest column. */
    static final String TASK_RUN = """
            (SELECT t.run_id, t.task, t.started_at, t.window_from, t.window_to, t.last_line,
                    t.asked, t.read, t.added, t.changed, t.same, t.failed,
                    coalesce((to_jsonb(t) ->> 'unreadable')::bigint, 0) AS unreadable,
                    CASE WHEN died THEN greatest(t.started_at, r.ended_at) ELSE t.ended_at END AS ended_at,
                    CASE WHEN died THEN 'cancelled' ELSE t.outcome END AS outcome,
                    CASE WHEN died THEN 'the run died' ELSE t.reason END AS reason
             FROM exdate.task_run t JOIN %s r ON r.id = t.run_id
             CROSS JOIN LATERAL (SELECT r.status = 'dead' AND t.outcome IN ('planned', 'running') AS died) AS seen)
            """.formatted(RUN);

    private SilentRuns() {}

    /** One line for each. */
    public static List<String> read(Handle handle) throws SQLException {
        String sql = """
                SELECT r.market_day, %s AS reason FROM exdate.run r
                WHERE %s ORDER BY coalesce(r.heartbeat_at, r.started_at)
                """.formatted(REASON, SILENT);
        return handle.sql(sql)
                .list(row -> "the run of " + row.getString("market_day") + " died: " + row.getString("reason"));
    }
}
