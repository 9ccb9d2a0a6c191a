package dev.exdate.database.bulk;

import dev.exdate.database.Handle;
import java.sql.SQLException;

/**
 * The one way rows get into tables: COPY into a temporary table, then one {@code INSERT … ON CONFLICT … DO UPDATE …
 * WHERE … IS DISTINCT FROM}. Absent values never overwrite present ones; unchanged rows are not rewritten.
 */
public interface BulkWriter {
    /** Within the caller's transaction. */
    <R> Written write(Handle handle, Table<R> table, Iterable<R> rows) throws SQLException;
}
