package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskContext;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The run's activity, by its id and start.
 *
 * @param asked symbols that the update requested, 0 if it did not run or none was due
 * @param refreshed symbols with a kind that was read successfully since the run's start
 * @param stale symbols that are not excluded and had no kind read since the start of the day given to {@link #read}
 * @param active symbols that are not excluded
 */
record Activity(long asked, long refreshed, long stale, long active) {
    static Activity read(Handle handle, TaskContext run, LocalDate staleBefore) throws SQLException {
        String sql = """
                WITH active AS (
                    SELECT symbol FROM public.raw_stocks
                    EXCEPT SELECT symbol FROM public.raw_stocks_excluded
                    EXCEPT SELECT symbol FROM public.raw_excluded_symbols),
                last_read AS (
                    SELECT symbol, max(last_success_at) AS at FROM exdate.freshness GROUP BY symbol)
                SELECT (SELECT coalesce(sum(asked), 0) FROM exdate.task_run
                        WHERE run_id = :run AND task = 'update') AS asked,
                       (SELECT count(*) FROM last_read WHERE at >= :start) AS refreshed,
                       (SELECT count(*) FROM active LEFT JOIN last_read USING (symbol)
                        WHERE at IS NULL OR at < (:stale_before::date)::timestamp AT TIME ZONE 'America/New_York') AS stale,
                       (SELECT count(*) FROM active) AS active
                """;
        return handle.sql(sql)
                .bind("run", run.runId())
                .bind("start", run.startedAt())
                .bind("stale_before", staleBefore)
                .one(row -> new Activity(
                        row.getLong("asked"), row.getLong("refreshed"), row.getLong("stale"), row.getLong("active")));
    }
}
