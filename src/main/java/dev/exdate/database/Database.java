package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database of a run, with a small pool. Work that failed for a temporary reason (a restarted server, a deadlock) is
 * repeated as a whole for a limited time, so it must have no effects outside the database.
 */
public interface Database extends Transactions {
    /**
     * A pooled connection in auto-commit mode for what keeps one while other things are done: a backup and its snapshot.
     * Close it soon. Nothing is done again.
     */
    Connection connection() throws SQLException;

    /** Runs queries, each in its own transaction. */
    <T> T reading(Work<T> work) throws SQLException;

    /** Runs statements, each by itself, at the first try or not at all. */
    <T> T once(Work<T> work) throws SQLException;
}
