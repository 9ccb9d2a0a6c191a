package dev.exdate.report;

import dev.exdate.task.TaskContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;

/**
 * What this run has done, told by its id and start.
 *
 * @param asked symbols that the update asked for, 0 when it did not run or none was due
 * @param refreshed symbols of which a kind was read successfully since the run's start
 * @param stale symbols, not excluded, none of whose kinds was read since the start of the day given to {@link #read}
 * @param active symbols that are not excluded
 */
record Activity(long asked, long refreshed, long stale, long active) {
    static Activity read(Connection connection, TaskContext run, LocalDate staleBefore) throws SQLException {
        String sql = """
                WITH active AS (
                    SELECT symbol FROM public.raw_stocks
                    EXCEPT SELECT symbol FROM public.raw_stocks_excluded
                    EXCEPT SELECT symbol FROM public.raw_excluded_symbols),
                last_read AS (
                    SELECT symbol, max(last_success_at) AS at FROM exdate.freshness GROUP BY symbol)
                SELECT (SELECT coalesce(sum(asked), 0) FROM exdate.task_run
                        WHERE run_id = ? AND task = 'update') AS asked,
                       (SELECT count(*) FROM last_read WHERE at >= ?) AS refreshed,
                       (SELECT count(*) FROM active LEFT JOIN last_read USING (symbol)
                        WHERE at IS NULL OR at < (?::date)::timestamp AT TIME ZONE 'America/New_York') AS stale,
                       (SELECT count(*) FROM active) AS active
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, run.runId());
            query.setTimestamp(2, Timestamp.from(run.startedAt()));
            query.setObject(3, staleBefore);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Activity(
                        row.getLong("asked"), row.getLong("refreshed"), row.getLong("stale"), row.getLong("active"));
            }
        }
    }
}
