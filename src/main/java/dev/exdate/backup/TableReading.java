package dev.exdate.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the rows of all tables and computes their checksums, in one pass per table, inside the database. */
final class TableReading {
    /** An alias that can't be a column's name; {@code t} could be one. */
    private static final String ROW = "\"exdate's row\"";

    private static final String SAME_TEXT_EVERYWHERE = """
            SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
            SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL search_path = ''
            """;

    private final Connection connection;

    /** @param connection with an open transaction, which is left open */
    TableReading(Connection connection) {
        this.connection = connection;
    }

    /** All tables in public and exdate. A partitioned table counts as one; tables of extensions are not dumped. */
    Contents contents() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SAME_TEXT_EVERYWHERE);
        }
        SortedMap<String, Long> rows = new TreeMap<>();
        SortedMap<String, String> checksums = new TreeMap<>();
        for (var table : tables().entrySet()) {
            Sum sum = sum(table.getValue());
            rows.put(table.getKey(), sum.rows());
            checksums.put(table.getKey(), sum.checksum());
        }
        return new Contents(rows, checksums);
    }

    /** A table's name for people and for SQL. */
    private SortedMap<String, String> tables() throws SQLException {
        String sql = """
                SELECT n.nspname || '.' || c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'exdate') AND c.relkind IN ('r', 'p')
                  AND NOT c.relispartition AND c.relpersistence <> 't'
                  AND (n.nspname, c.relname) <> ('exdate', 'kept_answer')
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                                    AND d.deptype = 'e')
                """;
        SortedMap<String, String> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                tables.put(row.getString(1), row.getString(2));
            }
        }
        return tables;
    }

    private record Sum(long rows, String checksum) {}

    /**
     * The sum of the rows' hashes: it does not depend on their order, and a duplicated row counts twice. Rows are
     * hashed as text: the server's own hash of a row is three times as fast, but the hash of an enum differs between
     * databases, and JSON has none.
     */
    private Sum sum(String table) throws SQLException {
        String sql =
                "SELECT count(*), coalesce(sum(pg_catalog.hashtextextended(%1$s::text, 0)), 0)::text FROM %2$s AS %1$s"
                        .formatted(ROW, table);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Sum(row.getLong(1), row.getString(2));
        }
    }
}
