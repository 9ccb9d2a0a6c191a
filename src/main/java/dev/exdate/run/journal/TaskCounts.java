package dev.exdate.run.journal;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import java.sql.SQLException;
import java.util.UUID;

/** A task's tally in {@code exdate.task_run}. */
final class TaskCounts {
    private TaskCounts() {}

    /** Counts only grow, whichever report of them comes first. */
    static void count(Handle handle, UUID runId, TaskName task, Tally soFar) throws SQLException {
        String sql = """
                UPDATE exdate.task_run
                SET asked = :asked, read = :read, added = :added, changed = :changed, same = :same, failed = :failed,
                    unreadable = :unreadable
                WHERE run_id = :run AND task = :task AND outcome = 'running' AND asked <= :asked
                """;
        bind(handle.sql(sql), soFar).bind("run", runId).bind("task", task.id()).execute();
    }

    static Sql bind(Sql update, Tally tally) {
        return update.bind("asked", tally.asked())
                .bind("read", tally.read())
                .bind("added", tally.added())
                .bind("changed", tally.changed())
                .bind("same", tally.same())
                .bind("failed", tally.failed())
                .bind("unreadable", tally.unreadable());
    }
}
