package dev.exdate.guard;

import dev.exdate.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** How long each list of a source was when it was last taken: one that has lost too much of that is held back. */
public final class ListLengths {
    private final Database database;
    private final OverrideGate gate;

    public ListLengths(Database database, OverrideGate gate) {
        this.database = database;
        this.gate = gate;
    }

    /**
     * Compares with the newest length up to that day; one that may be is remembered for next time.
     *
     * @param list as people see it: {@code nasdaqlisted}
     * @param keep it must have kept more than that share of its rows, in per cent
     * @return why the list is held back; empty when it may be taken
     */
    public Optional<String> objection(String list, LocalDate day, int rows, int keep) throws SQLException {
        return database.inTransaction(connection -> {
            OptionalInt before = lastTaken(connection, list, day);
            if (before.isPresent() && (long) rows * 100 <= (long) before.getAsInt() * keep) {
                Optional<String> objection = gate.objection(
                        Guard.SHORT, list, "%s has %,d rows instead of %,d".formatted(list, rows, before.getAsInt()));
                if (objection.isPresent()) {
                    return objection;
                }
            }
            remember(connection, list, day, rows);
            return Optional.<String>empty();
        });
    }

    private static OptionalInt lastTaken(Connection connection, String list, LocalDate day) throws SQLException {
        String sql = """
                SELECT rows FROM exdate.list_length WHERE list = ? AND day <= ? ORDER BY day DESC LIMIT 1
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, list);
            query.setObject(2, day);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt("rows")) : OptionalInt.empty();
            }
        }
    }

    private static void remember(Connection connection, String list, LocalDate day, int rows) throws SQLException {
        String sql = """
                INSERT INTO exdate.list_length (list, day, rows) VALUES (?, ?, ?)
                ON CONFLICT (list, day) DO UPDATE SET rows = excluded.rows
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, list);
            upsert.setObject(2, day);
            upsert.setInt(3, rows);
            upsert.executeUpdate();
        }
    }
}
