package dev.exdate.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One state of the database, held by an open read-only transaction, that pg_dump and the row counts share. Close it when
 * both are done.
 */
final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final String id;
    private final boolean autoCommit;
    private final int isolation;

    private Snapshot(Connection connection, String id, boolean autoCommit, int isolation) {
        this.connection = connection;
        this.id = id;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    /** Uses the connection until closed; gives it back as it was. */
    static Snapshot open(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // the dump takes as long as it takes: neither the counts nor the open transaction may be cut off
            statement.execute("SET LOCAL statement_timeout = 0");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            return new Snapshot(connection, text(statement, "SELECT pg_export_snapshot()"), autoCommit, isolation);
        }
    }

    /** For {@code pg_dump --snapshot}. */
    String id() {
        return id;
    }

    /** Exact rows by table, of all tables in public and exdate; a partitioned table counts as one. */
    SortedMap<String, Long> rows() throws SQLException {
        SortedMap<String, Long> rows = new TreeMap<>();
        SortedMap<String, String> tables = new TreeMap<>();
        String sql = """
                SELECT n.nspname || '.' || c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'exdate') AND c.relkind IN ('r', 'p')
                  AND NOT c.relispartition AND c.relpersistence <> 't'
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                tables.put(row.getString(1), row.getString(2));
            }
        }
        for (var table : tables.entrySet()) {
            try (Statement statement = connection.createStatement()) {
                rows.put(table.getKey(), Long.parseLong(text(statement, "SELECT count(*) FROM " + table.getValue())));
            }
        }
        return rows;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
        connection.setTransactionIsolation(isolation);
    }
}
