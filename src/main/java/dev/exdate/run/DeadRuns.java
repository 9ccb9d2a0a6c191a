package dev.exdate.run;

import dev.exdate.database.Transactions;
import dev.exdate.report.SilentRuns;
import java.sql.SQLException;
import java.util.List;

/** Runs that are running in the journal although their process is dead. */
public final class DeadRuns {
    private static final String MARK = """
            WITH dead AS (
                UPDATE exdate.run r
                SET status = 'dead', ended_at = coalesce(r.heartbeat_at, r.started_at),
                    reason = %s
                WHERE r.status = 'running'
                RETURNING r.id, r.ended_at, r.market_day, r.reason),
            tasks AS (
                UPDATE exdate.task_run t
                SET outcome = 'cancelled', ended_at = greatest(t.started_at, d.ended_at), reason = 'the run died'
                FROM dead d
                WHERE t.run_id = d.id AND t.outcome IN ('planned', 'running')
                RETURNING t.run_id, t.task, t.started_at, t.window_from, t.window_to, d.reason),
            units AS (
                INSERT INTO exdate.failed_unit (run_id, task, unit_kind, unit, reason)
                SELECT run_id, task, CASE WHEN window_from IS NULL THEN 'task' ELSE 'window' END,
                       coalesce(window_from || '..' || window_to, task), 'the run died: ' || reason
                FROM tasks WHERE started_at IS NOT NULL
                ON CONFLICT DO NOTHING)
            SELECT market_day, reason FROM dead ORDER BY ended_at
            """.formatted(SilentRuns.REASON);

    private final Transactions database;

    public DeadRuns(Transactions database) {
        this.database = database;
    }

    /**
     * For the holder of the lock: then no other run is alive, however fresh its last heartbeat is.
     *
     * @return one line for each run that was marked now
     */
    public List<String> mark() throws SQLException {
        return database.inTransaction(handle -> handle.sql(MARK)
                .list(row -> "the run of " + row.getString("market_day") + " died: " + row.getString("reason")));
    }
}
