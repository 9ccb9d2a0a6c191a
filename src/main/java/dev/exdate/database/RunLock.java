package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The right to change the database: one session-level advisory lock, held by a connection of its own until closed, so that
 * it holds across hosts and ends with the process whatever happens to it.
 */
public final class RunLock implements AutoCloseable {
    /** "exdate" in ASCII. */
    private static final long KEY = 0x657864617465L;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws RunLocked when another session holds it
     * @throws DatabaseUnavailable when the database can't be asked
     */
    public static RunLock take(DatabaseAddress address) throws RunLocked, DatabaseUnavailable {
        Connection connection = null;
        try {
            connection = PooledDatabase.connect(address);
            if (taken(connection)) {
                RunLock lock = new RunLock(connection);
                connection = null;
                return lock;
            }
            throw new RunLocked(holder(connection));
        } catch (SQLException e) {
            throw new DatabaseUnavailable("can't take the run's lock in " + address.shown() + ": " + e.getMessage(), e);
        } finally {
            closeQuietly(connection);
        }
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            query.setLong(1, KEY);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The holder's process on its own host, which the journal knows; the session's start where it does not. */
    private static String holder(Connection connection) throws SQLException {
        String run = """
                SELECT pid, host FROM exdate.run WHERE status = 'running' ORDER BY started_at DESC LIMIT 1
                """;
        try (PreparedStatement query = connection.prepareStatement(run);
                ResultSet row = query.executeQuery()) {
            if (row.next()) {
                return "Another instance is already running (PID: " + row.getLong("pid") + " on "
                        + row.getString("host") + ")";
            }
        } catch (SQLException e) {
            // The tables may not be there yet: the first run is making them.
            return "Another instance is already running";
        }
        return "Another instance is already running";
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger("dev.exdate.database").log(System.Logger.Level.DEBUG, "close failed", e);
            }
        }
    }

    /** Gives the lock back; the server does so too when the session ends any other way. */
    @Override
    public void close() {
        closeQuietly(connection);
    }
}
