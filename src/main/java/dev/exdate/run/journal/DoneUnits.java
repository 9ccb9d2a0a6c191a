package dev.exdate.run.journal;

import dev.exdate.database.Handle;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code exdate.done_unit}: completed units of unfinished tasks, so that a resumed run does not repeat them. */
final class DoneUnits {
    private DoneUnits() {}

    static void keep(Handle handle, UUID run, TaskName task, Set<Unit> done) throws SQLException {
        if (done.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO exdate.done_unit (run_id, task, unit_kind, unit)
                SELECT :run, :task, kind, unit FROM unnest(:kinds::text[], :units::text[]) AS d (kind, unit)
                ON CONFLICT DO NOTHING
                """;
        handle.sql(sql)
                .bind("run", run)
                .bind("task", task.id())
                .bindArray("kinds", "text", FailedUnits.kinds(done))
                .bindArray("units", "text", FailedUnits.names(done))
                .execute();
    }

    /** A task that has succeeded is not started again. */
    static void forget(Handle handle, UUID run, TaskName task) throws SQLException {
        handle.sql("DELETE FROM exdate.done_unit WHERE run_id = :run AND task = :task")
                .bind("run", run)
                .bind("task", task.id())
                .execute();
    }

    /** Deletes those of runs that will not be resumed any more. */
    static void forgetOld(Handle handle) throws SQLException {
        handle.execute("""
                DELETE FROM exdate.done_unit d USING exdate.run r
                WHERE r.id = d.run_id AND r.started_at < now() - interval '7 days'
                """);
    }

    static Map<TaskName, Set<Unit>> of(Handle handle, UUID run) throws SQLException {
        return FailedUnits.read(handle.sql("SELECT task, unit_kind, unit FROM exdate.done_unit WHERE run_id = :run")
                .bind("run", run));
    }
}
