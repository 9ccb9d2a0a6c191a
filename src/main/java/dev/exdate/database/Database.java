package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The database of a run: connections from a small pool. */
public interface Database {
    /** A pooled connection in auto-commit mode; close it soon. */
    Connection connection() throws SQLException;

    /** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
    <T> T inTransaction(Work<T> work) throws SQLException;

    /** Work within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
