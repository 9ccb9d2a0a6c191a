package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.market.EasternTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The newest daily run, or where there is none the newest command.
 *
 * @param command {@code run} for the daily run
 * @param line how it ended
 */
record LastRun(UUID id, String command, Instant startedAt, RunStatus status, String line) {
    static Optional<LastRun> read(Handle handle) throws SQLException {
        String sql = """
                SELECT id, command, started_at, ended_at, status, exit_code, market_day, host, reason
                FROM %s r ORDER BY command = 'run' DESC, started_at DESC LIMIT 1
                """.formatted(SilentRuns.RUN);
        return handle.sql(sql)
                .first(row -> new LastRun(
                        row.getObject("id", UUID.class),
                        row.getString("command"),
                        row.getTimestamp("started_at").toInstant(),
                        RunStatus.of(row.getString("status")),
                        line(row)));
    }

    private static String line(ResultSet row) throws SQLException {
        String command = row.getString("command");
        String exitCode = row.getString("exit_code");
        String reason = row.getString("reason");
        Timestamp endedAt = row.getTimestamp("ended_at");
        return "🕐 Last run: %s%s for %s on %s: %s%s%s%s"
                .formatted(
                        command.equals("run") ? "" : "exdate " + command + ", ",
                        EasternTime.minute(row.getTimestamp("started_at").toInstant()),
                        row.getString("market_day"),
                        row.getString("host"),
                        RunStatus.of(row.getString("status")).id(),
                        reason == null ? "" : " (" + reason + ")",
                        endedAt == null ? "" : ", ended " + EasternTime.minute(endedAt.toInstant()),
                        // A dead run has none.
                        exitCode == null ? "" : ", exit " + exitCode);
    }

    /** How it ended, each task that it did not do, and what to do about them. */
    List<String> lines(Handle handle) throws SQLException {
        List<String> lines = new ArrayList<>(List.of(line));
        List<UndoneTask> undone = UndoneTask.of(handle, id);
        undone.forEach(task -> lines.add(task.line()));
        if (undone.stream().anyMatch(UndoneTask::stillUndone)) {
            lines.add("   👉 " + whatToDo());
        }
        since(handle).ifPresent(lines::add);
        return lines;
    }

    private String whatToDo() {
        if (!command.equals("run")) {
            return "`exdate report` says more; then start the command again";
        }
        return switch (status) {
            case RUNNING -> "it is still running; `exdate report` shows where it is";
            case SUCCEEDED -> "`exdate run --only-failed` repeats just these; `exdate report` says more";
            case FAILED, CANCELLED, DEAD ->
                "`exdate run --resume` continues the run, `exdate run --only-failed` repeats just these;"
                        + " `exdate report` says more";
        };
    }

    private Optional<String> since(Handle handle) throws SQLException {
        String sql = """
                SELECT command, started_at, status FROM %s r
                WHERE started_at > :start AND id <> :run ORDER BY started_at DESC LIMIT 1
                """.formatted(SilentRuns.RUN);
        return handle.sql(sql)
                .bind("start", startedAt)
                .bind("run", id)
                .first(row -> "   since then: exdate %s at %s, %s"
                        .formatted(
                                row.getString("command"),
                                EasternTime.minute(
                                        row.getTimestamp("started_at").toInstant()),
                                RunStatus.of(row.getString("status")).id()));
    }
}
