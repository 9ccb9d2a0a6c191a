package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Another run holds the lock. The message names it. */
public final class RunLocked extends Exception {
    public RunLocked(String message) {
        super(message);
    }

    /** The holder's process and host from the journal, or else the start of its session. */
    static String holder(Connection connection) throws SQLException {
        String run = """
                SELECT pid, host FROM exdate.run WHERE status = 'running' ORDER BY started_at DESC LIMIT 1
                """;
        String line = "Another instance is already running";
        try {
            return new Handle(connection)
                    .sql(run)
                    .first(row -> line + " (PID: " + row.getLong("pid") + " on " + row.getString("host") + ")")
                    .orElse(line);
        } catch (SQLException e) {
            // The tables may not exist yet: the first run is creating them.
            return line;
        }
    }
}
