package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything the journal has of one run. */
public record PastReport(Run run, List<TaskEntry> tasks, List<FailedUnit> failedUnits) {
    /** @param reportJson the closing report, empty if there was none */
    public record Run(
            UUID id,
            String command,
            LocalDate marketDay,
            Instant startedAt,
            Optional<Instant> endedAt,
            RunStatus status,
            Optional<Integer> exitCode,
            int starts,
            String reason,
            Origin origin,
            Optional<String> reportJson) {}

    /** What worked, where, and on what; {@code ?} for what is not known. */
    public record Origin(String version, String serverVersion, String schemaVersion, String host, long pid) {}

    /**
     * One task.
     *
     * @param remark what a running task wrote last; for others why they ended so, empty for most
     */
    public record TaskEntry(
            String task,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            TaskState state,
            String remark,
            Tally tally) {}

    /** @param healed whether it has succeeded since */
    public record FailedUnit(String task, String kind, String unit, String reason, boolean healed) {}

    static PastReport read(Handle handle, UUID id) throws SQLException {
        return new PastReport(run(handle, id), tasks(handle, id), failedUnits(handle, id));
    }

    private static Run run(Handle handle, UUID id) throws SQLException {
        String sql = """
                SELECT id, command, market_day, started_at, ended_at, status, exit_code, starts,
                       coalesce(reason, '') AS reason, version, coalesce(server_version, '?') AS server_version,
                       coalesce(schema_version, '?') AS schema_version, host, pid, report::text AS report
                FROM %s r WHERE id = :run
                """.formatted(SilentRuns.RUN);
        return handle.sql(sql)
                .bind("run", id)
                .first(row -> run(row))
                .orElseThrow(() -> new SQLException("no run has the id " + id));
    }

    private static Run run(ResultSet row) throws SQLException {
        int exitCode = row.getInt("exit_code");
        Optional<Integer> exit = row.wasNull() ? Optional.empty() : Optional.of(exitCode);
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("command"),
                row.getObject("market_day", LocalDate.class),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                RunStatus.of(row.getString("status")),
                exit,
                row.getInt("starts"),
                row.getString("reason"),
                new Origin(
                        row.getString("version"),
                        row.getString("server_version"),
                        row.getString("schema_version"),
                        row.getString("host"),
                        row.getLong("pid")),
                Optional.ofNullable(row.getString("report")));
    }

    private static List<TaskEntry> tasks(Handle handle, UUID id) throws SQLException {
        String sql = """
                SELECT task, started_at, ended_at, outcome,
                       coalesce(CASE outcome WHEN 'running' THEN last_line ELSE reason END, '') AS remark,
                       asked, read, added, changed, same, failed, unreadable
                FROM %s t WHERE run_id = :run ORDER BY task
                """.formatted(SilentRuns.TASK_RUN);
        return handle.sql(sql)
                .bind("run", id)
                .list(row -> new TaskEntry(
                        row.getString("task"),
                        instant(row, "started_at"),
                        instant(row, "ended_at"),
                        TaskState.of(row.getString("outcome")),
                        row.getString("remark"),
                        new Tally(
                                row.getLong("asked"),
                                row.getLong("read"),
                                row.getLong("added"),
                                row.getLong("changed"),
                                row.getLong("same"),
                                row.getLong("failed"),
                                row.getLong("unreadable"))));
    }

    private static List<FailedUnit> failedUnits(Handle handle, UUID id) throws SQLException {
        String sql = """
                SELECT task, unit_kind, unit, reason, healed_at IS NOT NULL AS healed
                FROM exdate.failed_unit WHERE run_id = :run ORDER BY task, unit_kind, unit
                """;
        return handle.sql(sql)
                .bind("run", id)
                .list(row -> new FailedUnit(
                        row.getString("task"),
                        row.getString("unit_kind"),
                        row.getString("unit"),
                        row.getString("reason"),
                        row.getBoolean("healed")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
