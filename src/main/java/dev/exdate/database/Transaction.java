package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction on a connection that is in auto-commit mode before and after. */
final class Transaction {
    private Transaction() {}

    static <T> T on(Handle handle, Transactions.Work<T> work) throws SQLException {
        Connection connection = handle.connection();
        connection.setAutoCommit(false);
        try {
            T result = work.run(handle);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            undo(connection, e);
            throw standby(handle, e) ? new OnStandby(e) : e;
        } catch (RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
    }

    /** A read-only database refuses writes with the same SQL state, but stays read-only. */
    private static boolean standby(Handle handle, SQLException failure) {
        if (DatabaseFault.of(failure) != DatabaseFault.READ_ONLY) {
            return false;
        }
        try {
            return handle.sql("SELECT pg_is_in_recovery()").one(row -> row.getBoolean(1));
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** The work's own failure matters more; the pool discards a connection that can't roll back. */
    private static void undo(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
