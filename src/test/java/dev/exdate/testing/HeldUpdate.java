package dev.exdate.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A run whose update has begun and can't end until this is closed: prices may be read meanwhile, none can be written. So a
 * strike falls into the update however slow or busy the machine is.
 */
public final class HeldUpdate implements AutoCloseable {
    private final Connection connection;

    private HeldUpdate(Connection connection) {
        this.connection = connection;
    }

    /** From the end of migration to the beginning of the update, the sooner the better. */
    public static HeldUpdate prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE raw_stock_prices IN SHARE MODE");
        }
        return new HeldUpdate(connection);
    }

    /** Returns when the update is about to write its first prices. */
    public void await(FaultScene scene) throws InterruptedException {
        scene.database().awaitValue("""
                SELECT count(*) > 0 FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
                WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND c.relname = 'raw_stock_prices' AND NOT l.granted
                """, "t");
    }

    /** What waits goes on. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // A server that was struck has taken the lock with it.
        } finally {
            connection.close();
        }
    }
}
