package dev.exdate.discovery;

import dev.exdate.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalInt;

/** How long each directory file was when it was last accepted: one that lost a fifth of its lines is refused. */
final class DirectorySizes {
    private static final int TOO_FEW_PERCENT = 80;

    private final Database database;

    DirectorySizes(Database database) {
        this.database = database;
    }

    /** The refusal's one line, empty when the size is plausible; a plausible one is remembered for next time. */
    String refusalOf(String file, LocalDate day, int lines) throws SQLException {
        return database.inTransaction(connection -> {
            OptionalInt before = lastAccepted(connection, file, day);
            if (before.isPresent() && (long) lines * 100 <= (long) before.getAsInt() * TOO_FEW_PERCENT) {
                return "%s has %d lines and had %d: it lost a fifth or more and is refused; delete its rows in"
                                .formatted(file, lines, before.getAsInt())
                        + " exdate.directory_size if that is right";
            }
            remember(connection, file, day, lines);
            return "";
        });
    }

    private static OptionalInt lastAccepted(Connection connection, String file, LocalDate day) throws SQLException {
        String sql = """
                SELECT lines FROM exdate.directory_size WHERE file = ? AND day <= ? ORDER BY day DESC LIMIT 1
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, file);
            query.setObject(2, day);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt("lines")) : OptionalInt.empty();
            }
        }
    }

    private static void remember(Connection connection, String file, LocalDate day, int lines) throws SQLException {
        String sql = """
                INSERT INTO exdate.directory_size (file, day, lines) VALUES (?, ?, ?)
                ON CONFLICT (file, day) DO UPDATE SET lines = excluded.lines
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, file);
            upsert.setObject(2, day);
            upsert.setInt(3, lines);
            upsert.executeUpdate();
        }
    }
}
