package dev.exdate.database;

import java.sql.SQLException;

/** Runs a unit of work completely or not at all. */
public interface Transactions {
    /** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
    <T> T inTransaction(Work<T> work) throws SQLException;

    /** The same for work that is repeated soon anyway; it fails at the first problem. */
    default <T> T inTransactionOnce(Work<T> work) throws SQLException {
        return inTransaction(work);
    }

    /**
     * Work on one handle; may be done several times. Within it Jdbi wraps what the driver throws; outside it is the plain
     * exception again.
     */
    @FunctionalInterface
    interface Work<T> {
        T run(Handle handle) throws SQLException;
    }
}
