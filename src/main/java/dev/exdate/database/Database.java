package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database of a run: connections from a small pool. Work that failed with what can heal (a restarted server, a
 * dead-lock) is done again as a whole, for a bounded time, so it must not leave anything behind but in the database.
 */
public interface Database extends Transactions {
    /**
     * A pooled connection in auto-commit mode for what keeps one while other things are done: a backup and its snapshot.
     * Close it soon. Nothing is done again.
     */
    Connection connection() throws SQLException;

    /** Runs queries, each by itself. */
    <T> T reading(Work<T> work) throws SQLException;

    /** Runs statements, each by itself, at the first try or not at all. */
    <T> T once(Work<T> work) throws SQLException;
}
