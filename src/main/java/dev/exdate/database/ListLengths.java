package dev.exdate.database;

import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.ShrinkRule;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The last accepted length of each list; a list that has become too short is held back. */
public final class ListLengths {
    private final Database database;
    private final OverrideGate gate;

    public ListLengths(Database database, OverrideGate gate) {
        this.database = database;
        this.gate = gate;
    }

    /**
     * Compares with the newest length up to that day, and stores an accepted length for next time.
     *
     * @param list as people see it: {@code nasdaqlisted}
     * @param rule when it has lost too much
     * @return why the list is held back; empty when it may be taken
     */
    public Optional<String> objection(String list, LocalDate day, int rows, ShrinkRule rule) throws SQLException {
        return database.inTransaction(handle -> {
            Optional<Integer> before = lastTaken(handle, list, day);
            if (before.isPresent() && rule.isShort(before.get(), rows)) {
                Optional<String> objection = gate.objection(
                        Guard.SHORT, list, "%s has %,d rows instead of %,d".formatted(list, rows, before.get()));
                if (objection.isPresent()) {
                    return objection;
                }
            }
            remember(handle, list, day, rows);
            return Optional.<String>empty();
        });
    }

    private static Optional<Integer> lastTaken(Handle handle, String list, LocalDate day) throws SQLException {
        String sql = """
                SELECT rows FROM exdate.list_length WHERE list = :list AND day <= :day ORDER BY day DESC LIMIT 1
                """;
        return handle.sql(sql).bind("list", list).bind("day", day).first(row -> row.getInt(1));
    }

    private static void remember(Handle handle, String list, LocalDate day, int rows) throws SQLException {
        String sql = """
                INSERT INTO exdate.list_length (list, day, rows) VALUES (:list, :day, :rows)
                ON CONFLICT (list, day) DO UPDATE SET rows = excluded.rows
                """;
        handle.sql(sql).bind("list", list).bind("day", day).bind("rows", rows).execute();
    }
}
