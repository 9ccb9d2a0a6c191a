package dev.exdate.run.journal;

import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code exdate.failed_unit}: what was asked for in vain, until it is had. */
final class FailedUnits {
    private static final int LONGEST = 500;

    private FailedUnits() {}

    static void keep(Connection connection, UUID run, TaskName task, Map<Unit, String> failed) throws SQLException {
        if (failed.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO exdate.failed_unit (run_id, task, unit_kind, unit, reason)
                SELECT ?, ?, kind, unit, reason FROM unnest(?::text[], ?::text[], ?::text[]) AS f (kind, unit, reason)
                ON CONFLICT (run_id, task, unit_kind, unit) DO UPDATE SET
                    reason = excluded.reason, failed_at = excluded.failed_at, healed_at = NULL, healed_by = NULL
                """;
        List<Unit> units = List.copyOf(failed.keySet());
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, run);
            insert.setString(2, task.id());
            insert.setArray(3, texts(connection, units, unit -> unit.kind().id()));
            insert.setArray(4, texts(connection, units, Unit::name));
            insert.setArray(5, texts(connection, units, unit -> line(failed.get(unit))));
            insert.executeUpdate();
        }
    }

    /** What sources say may have many lines, and signs that the database does not take. */
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
    static void heal(Connection connection, UUID by, TaskName task, Collection<Unit> had) throws SQLException {
        if (had.isEmpty()) {
            return;
        }
        String sql = """
                UPDATE exdate.failed_unit f SET healed_at = clock_timestamp(), healed_by = ?
                FROM unnest(?::text[], ?::text[]) AS h (kind, unit)
                WHERE f.task = ? AND f.unit_kind = h.kind AND f.unit = h.unit AND f.healed_at IS NULL
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, by);
            update.setArray(2, texts(connection, had, unit -> unit.kind().id()));
            update.setArray(3, texts(connection, had, Unit::name));
            update.setString(4, task.id());
            update.executeUpdate();
        }
    }

    /** A task that begins again in the same run: it will say anew what fails. */
    static void forget(Connection connection, UUID run, TaskName task) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM exdate.failed_unit WHERE run_id = ? AND task = ?")) {
            delete.setObject(1, run);
            delete.setString(2, task.id());
            delete.executeUpdate();
        }
    }

    /** Of all runs, by task. */
    static Map<TaskName, Set<Unit>> open(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT DISTINCT task, unit_kind, unit FROM exdate.failed_unit
                WHERE healed_at IS NULL ORDER BY task, unit_kind, unit
                """)) {
            return read(query);
        }
    }

    /** Of one run, by task. */
    static Map<TaskName, Set<Unit>> openOf(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT task, unit_kind, unit FROM exdate.failed_unit
                WHERE healed_at IS NULL AND run_id = ? ORDER BY task, unit_kind, unit
                """)) {
            query.setObject(1, run);
            return read(query);
        }
    }

    private static Map<TaskName, Set<Unit>> read(PreparedStatement query) throws SQLException {
        Map<TaskName, Set<Unit>> units = new EnumMap<>(TaskName.class);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Unit unit = new Unit(UnitKind.of(row.getString("unit_kind")), row.getString("unit"));
                TaskName.of(row.getString("task"))
                        .ifPresent(task -> units.computeIfAbsent(task, any -> new LinkedHashSet<>())
                                .add(unit));
            }
        }
        return units;
    }

    private static Array texts(Connection connection, Collection<Unit> units, Function<Unit, String> text)
            throws SQLException {
        return connection.createArrayOf("text", units.stream().map(text).toArray());
    }
}
