package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction on a connection that is in auto-commit mode before and after. */
final class Transaction {
    private Transaction() {}

    static <T> T on(Connection connection, Transactions.Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
    }

    /** The work's own failure is the one to see; a connection that can't even roll back is thrown away by its pool. */
    private static void undo(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
