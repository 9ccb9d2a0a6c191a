package dev.exdate.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many rows a table has.
 *
 * @param estimated whether the database's statistics said so, not a count
 */
record RowCount(long rows, boolean estimated) {
    /** Tables that are smaller are counted all the same: that takes a few milliseconds. */
    private static final long SMALL = 100_000;

    static RowCount exact(long rows) {
        return new RowCount(rows, false);
    }

    /** Counting tens of millions of rows takes seconds, which a look at the state is not worth. */
    static RowCount quick(Connection connection, String table) throws SQLException {
        String sql = """
                SELECT greatest(coalesce(nullif(s.n_live_tup, 0), c.reltuples), 0)::bigint
                FROM pg_class c LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
                WHERE c.oid = to_regclass(?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "public." + table);
            try (ResultSet row = statement.executeQuery()) {
                long rows = row.next() ? row.getLong(1) : 0;
                return rows < SMALL ? exact(counted(connection, table)) : new RowCount(rows, true);
            }
        }
    }

    private static long counted(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM public." + table);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    String shown() {
        return (estimated ? "about " : "") + Figures.count(rows);
    }
}
