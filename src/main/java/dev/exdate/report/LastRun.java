package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The newest run with its tasks, and how fresh each kind of data is, as lines. */
record LastRun(List<String> lines) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("America/New_York"));

    static LastRun read(Handle handle) throws SQLException {
        String sql = """
                SELECT id, started_at, ended_at, status, exit_code, market_day, host
                FROM exdate.run ORDER BY started_at DESC LIMIT 1
                """;
        List<String> lines = new ArrayList<>();
        Optional<UUID> run = handle.sql(sql).first(row -> {
            lines.add(line(row));
            return row.getObject("id", UUID.class);
        });
        if (run.isEmpty()) {
            return new LastRun(List.of("🕐 No run yet"));
        }
        lines.addAll(tasks(handle, run.get()));
        lines.add("");
        lines.add("⏳ FRESHNESS (New York time):");
        lines.addAll(freshness(handle));
        lines.add("");
        return new LastRun(lines);
    }

    private static String line(ResultSet row) throws SQLException {
        String exitCode = row.getString("exit_code");
        return "🕐 Last run: %s (New York) for %s on %s: %s%s%s"
                .formatted(
                        stamp(row, "started_at"),
                        row.getString("market_day"),
                        row.getString("host"),
                        RunStatus.of(row.getString("status")).id(),
                        row.getTimestamp("ended_at") == null ? "" : ", ended " + stamp(row, "ended_at"),
                        // A dead run has none.
                        exitCode == null ? "" : ", exit " + exitCode);
    }

    private static List<String> tasks(Handle handle, UUID run) throws SQLException {
        String sql = """
                SELECT task, outcome, reason, extract(epoch FROM ended_at - started_at)::bigint AS seconds, read, added,
                       changed
                FROM exdate.task_run WHERE run_id = :run AND outcome NOT IN ('skipped', 'planned') ORDER BY started_at, task
                """;
        return handle.sql(sql).bind("run", run).list(row -> {
            TaskState state = TaskState.of(row.getString("outcome"));
            String reason = row.getString("reason");
            return "   %s%-16s %-9s %5ds  read %,d, new %,d, changed %,d%s"
                    .formatted(
                            state.mark(),
                            row.getString("task"),
                            state.id(),
                            row.getLong("seconds"),
                            row.getLong("read"),
                            row.getLong("added"),
                            row.getLong("changed"),
                            reason == null ? "" : "  " + reason);
        });
    }

    private static List<String> freshness(Handle handle) throws SQLException {
        String sql = """
                SELECT kind, count(*) FILTER (WHERE last_success_at IS NOT NULL) AS read,
                       count(*) FILTER (WHERE last_outcome = 'failed') AS failing, max(last_success_at) AS newest,
                       percentile_disc(0.5) WITHIN GROUP (ORDER BY last_success_at) AS middle
                FROM exdate.freshness GROUP BY kind ORDER BY kind
                """;
        return handle.sql(sql)
                .list(row -> "  %-10s %,7d symbols, median check %s, latest %s, %,d failing"
                        .formatted(
                                row.getString("kind"),
                                row.getLong("read"),
                                stamp(row, "middle"),
                                stamp(row, "newest"),
                                row.getLong("failing")));
    }

    private static String stamp(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? "never" : STAMP.format(Instant.ofEpochMilli(at.getTime()));
    }
}
