package dev.exdate.report;

import dev.exdate.database.Handle;
import dev.exdate.market.EasternTime;
import dev.exdate.task.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the tasks of a run counted, and how fresh each kind of data is, as lines. */
final class Freshness {
    private Freshness() {}

    static List<String> lines(Handle handle, UUID run) throws SQLException {
        List<String> lines = new ArrayList<>(List.of("", "🧮 WHAT THE LAST RUN READ:"));
        lines.addAll(tasks(handle, run));
        lines.add("");
        lines.add("⏳ FRESHNESS:");
        lines.addAll(kinds(handle));
        lines.add("");
        return lines;
    }

    private static List<String> tasks(Handle handle, UUID run) throws SQLException {
        String sql = """
                SELECT task, outcome, extract(epoch FROM ended_at - started_at)::bigint AS seconds, read, added, changed
                FROM %s t WHERE run_id = :run AND outcome NOT IN ('skipped', 'planned') ORDER BY started_at, task
                """.formatted(SilentRuns.TASK_RUN);
        return handle.sql(sql).bind("run", run).list(row -> {
            TaskState state = TaskState.of(row.getString("outcome"));
            return "   %s%-16s %-9s %5ds  read %,d, new %,d, changed %,d"
                    .formatted(
                            state.mark(),
                            row.getString("task"),
                            state.id(),
                            row.getLong("seconds"),
                            row.getLong("read"),
                            row.getLong("added"),
                            row.getLong("changed"));
        });
    }

    private static List<String> kinds(Handle handle) throws SQLException {
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
        Timestamp at = row.getTimestamp(column);
        return at == null ? "never" : EasternTime.minute(at.toInstant());
    }
}
