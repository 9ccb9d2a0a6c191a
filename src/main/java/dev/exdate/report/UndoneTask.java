package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskState;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A task that a run was to do and did not.
 *
 * @param since whether it has succeeded by itself or in another run since
 */
record UndoneTask(String task, TaskState state, String reason, boolean since) {
    /** Of a run, in its order, without those that nobody asked for. */
    static List<UndoneTask> of(Handle handle, UUID run) throws SQLException {
        String sql = """
                SELECT t.task, t.outcome, coalesce(t.reason, '') AS reason,
                       EXISTS (SELECT FROM exdate.task_run later
                               WHERE later.task = t.task AND later.run_id <> t.run_id AND later.outcome = 'succeeded'
                                 AND later.started_at > r.started_at) AS since
                FROM %s t JOIN %s r ON r.id = t.run_id
                WHERE t.run_id = :run
                  AND CASE t.outcome
                      WHEN 'succeeded' THEN false
                      WHEN 'failed' THEN true
                      WHEN 'cancelled' THEN true
                      WHEN 'skipped' THEN NOT coalesce(r.plan -> 'left' ? t.task, false)
                          AND NOT (t.task IN ('discovery', 'classify-etfs') AND coalesce(r.plan ->> 'discover' = 'false', false))
                      ELSE r.status <> 'running' END
                ORDER BY t.started_at, t.task
                """.formatted(SilentRuns.TASK_RUN, SilentRuns.RUN);
        return handle.sql(sql)
                .bind("run", run)
                .list(row -> new UndoneTask(
                        row.getString("task"),
                        TaskState.of(row.getString("outcome")),
                        row.getString("reason"),
                        row.getBoolean("since")));
    }

    boolean stillUndone() {
        return !since;
    }

    String line() {
        String what = switch (state) {
            case PLANNED -> "not started";
            case RUNNING -> "not finished";
            case SUCCEEDED, FAILED, SKIPPED, CANCELLED -> state.id();
        };
        return "   %s%-16s %s%s%s"
                .formatted(
                        state.mark(), task, what, reason.isEmpty() ? "" : ": " + reason, since ? " (done since)" : "");
    }
}
