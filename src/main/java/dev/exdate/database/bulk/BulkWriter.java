package dev.exdate.database.bulk;

import dev.exdate.database.Handle;
import java.sql.SQLException;

/**
 * The one way rows get into tables: COPY into a temporary table, then one {@code INSERT … ON CONFLICT … DO UPDATE …
 * WHERE … IS DISTINCT FROM}. Absent values never overwrite present ones; unchanged rows cost no write.
 */
public interface BulkWriter {
    /** Within the caller's transaction. */
    <R> Written write(Handle handle, Table<R> table, Iterable<R> rows) throws SQLException;

    /**
     * Rows that encode themselves, no two of them with the same key; within the caller's transaction.
     *
     * @param fresh whether the table has none of the keys yet, so that the rows may go straight into it
     */
    Written write(Handle handle, TableShape table, Rows rows, boolean fresh) throws SQLException;

    /** Gives all rows to a copy; may be called twice. */
    @FunctionalInterface
    interface Rows {
        /** How many were given. */
        long encode(BinaryRows out) throws SQLException;
    }
}
