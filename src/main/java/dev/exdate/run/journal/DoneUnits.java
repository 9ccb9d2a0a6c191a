package dev.exdate.run.journal;

import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code exdate.done_unit}: what tasks that have not ended have had, so that the run can go on behind it. */
final class DoneUnits {
    private DoneUnits() {}

    static void keep(Connection connection, UUID run, TaskName task, Set<Unit> done) throws SQLException {
        if (done.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO exdate.done_unit (run_id, task, unit_kind, unit)
                SELECT ?, ?, kind, unit FROM unnest(?::text[], ?::text[]) AS d (kind, unit)
                ON CONFLICT DO NOTHING
                """;
        List<Unit> units = List.copyOf(done);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, run);
            insert.setString(2, task.id());
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", units.stream().map(unit -> unit.kind().id()).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", units.stream().map(Unit::name).toArray()));
            insert.executeUpdate();
        }
    }

    /** A task that has succeeded is not begun again. */
    static void forget(Connection connection, UUID run, TaskName task) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM exdate.done_unit WHERE run_id = ? AND task = ?")) {
            delete.setObject(1, run);
            delete.setString(2, task.id());
            delete.executeUpdate();
        }
    }

    /** Of runs that nobody goes on with any more. */
    static void forgetOld(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM exdate.done_unit d USING exdate.run r
                WHERE r.id = d.run_id AND r.started_at < now() - interval '7 days'
                """)) {
            delete.executeUpdate();
        }
    }

    static Map<TaskName, Set<Unit>> of(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT task, unit_kind, unit FROM exdate.done_unit WHERE run_id = ?")) {
            query.setObject(1, run);
            Map<TaskName, Set<Unit>> units = new EnumMap<>(TaskName.class);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Unit unit = new Unit(UnitKind.of(row.getString("unit_kind")), row.getString("unit"));
                    TaskName.of(row.getString("task"))
                            .ifPresent(task -> units.computeIfAbsent(task, any -> new HashSet<>())
                                    .add(unit));
                }
            }
            return units;
        }
    }
}
