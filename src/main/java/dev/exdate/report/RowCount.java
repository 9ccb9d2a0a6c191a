package dev.exdate.report;

import dev.exdate.database.Handle;
import java.sql.SQLException;

/**
 * How many rows a table has.
 *
 * @param estimated whether it comes from the database's statistics
 */
record RowCount(long rows, boolean estimated) {
    /** Smaller tables are counted, which takes a few milliseconds. */
    private static final long SMALL = 100_000;

    static RowCount exact(long rows) {
        return new RowCount(rows, false);
    }

    /** Counting tens of millions of rows would take seconds. */
    static RowCount quick(Handle handle, String table) throws SQLException {
        String sql = """
                SELECT greatest(coalesce(nullif(s.n_live_tup, 0), c.reltuples), 0)::bigint
                FROM pg_class c LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
                WHERE c.oid = to_regclass(:table)
                """;
        long rows = handle.sql(sql)
                .bind("table", "public." + table)
                .first(row -> row.getLong(1))
                .orElse(0L);
        return rows < SMALL ? exact(counted(handle, table)) : new RowCount(rows, true);
    }

    private static long counted(Handle handle, String table) throws SQLException {
        return handle.sql("SELECT count(*) FROM public." + table).one(row -> row.getLong(1));
    }

    String shown() {
        return (estimated ? "about " : "") + Figures.count(rows);
    }
}
