package dev.exdate.run.journal;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code exdate.failed_unit}: units that failed, until they succeed. */
final class FailedUnits {
    private static final int LONGEST = 500;

    private FailedUnits() {}

    static void keep(Handle handle, UUID run, TaskName task, Map<Unit, String> failed) throws SQLException {
        if (failed.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO exdate.failed_unit (run_id, task, unit_kind, unit, reason)
                SELECT :run, :task, kind, unit, reason
                FROM unnest(:kinds::text[], :units::text[], :reasons::text[]) AS f (kind, unit, reason)
                ON CONFLICT (run_id, task, unit_kind, unit) DO UPDATE SET
                    reason = excluded.reason, failed_at = excluded.failed_at, healed_at = NULL, healed_by = NULL
                """;
        List<Unit> units = List.copyOf(failed.keySet());
        handle.sql(sql)
                .bind("run", run)
                .bind("task", task.id())
                .bindArray("kinds", "text", kinds(units))
                .bindArray("units", "text", names(units))
                .bindArray(
                        "reasons",
                        "text",
                        units.stream().map(unit -> line(failed.get(unit))).toList())
                .execute();
    }

    /** Messages of sources may have several lines, and characters that the database can't store. */
    private static String line(@Nullable String reason) {
        String line = reason == null
                ? ""
                : reason.lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** In this run and all before it. */
    static void heal(Handle handle, UUID by, TaskName task, Collection<Unit> had) throws SQLException {
        if (had.isEmpty()) {
            return;
        }
        String sql = """
                UPDATE exdate.failed_unit f SET healed_at = clock_timestamp(), healed_by = :by
                FROM unnest(:kinds::text[], :units::text[]) AS h (kind, unit)
                WHERE f.task = :task AND f.unit_kind = h.kind AND f.unit = h.unit AND f.healed_at IS NULL
                """;
        handle.sql(sql)
                .bind("by", by)
                .bindArray("kinds", "text", kinds(had))
                .bindArray("units", "text", names(had))
                .bind("task", task.id())
                .execute();
    }

    /** A task that starts again in the same run reports its failures again. */
    static void forget(Handle handle, UUID run, TaskName task) throws SQLException {
        handle.sql("DELETE FROM exdate.failed_unit WHERE run_id = :run AND task = :task")
                .bind("run", run)
                .bind("task", task.id())
                .execute();
    }

    /** Of all runs, by task. */
    static Map<TaskName, Set<Unit>> open(Handle handle) throws SQLException {
        return read(handle.sql("""
                SELECT DISTINCT task, unit_kind, unit FROM exdate.failed_unit
                WHERE healed_at IS NULL ORDER BY task, unit_kind, unit
                """));
    }

    /** Of one run, by task. */
    static Map<TaskName, Set<Unit>> openOf(Handle handle, UUID run) throws SQLException {
        return read(handle.sql("""
                SELECT task, unit_kind, unit FROM exdate.failed_unit
                WHERE healed_at IS NULL AND run_id = :run ORDER BY task, unit_kind, unit
                """).bind("run", run));
    }

    /** Units by task, of rows with both; a task that this version does not have is left out. */
    static Map<TaskName, Set<Unit>> read(Sql query) throws SQLException {
        Map<TaskName, Set<Unit>> units = RunTasks.map();
        query.each(row -> {
            Unit unit = new Unit(UnitKind.of(row.getString("unit_kind")), row.getString("unit"));
            RunTasks.find(row.getString("task"))
                    .ifPresent(task -> units.computeIfAbsent(task, any -> new LinkedHashSet<>())
                            .add(unit));
        });
        return units;
    }

    static List<String> kinds(Collection<Unit> units) {
        return units.stream().map(unit -> unit.kind().id()).toList();
    }

    static List<String> names(Collection<Unit> units) {
        return units.stream().map(Unit::name).toList();
    }
}
