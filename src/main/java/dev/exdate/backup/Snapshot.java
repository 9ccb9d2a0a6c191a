package dev.exdate.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** Uses the connection until closed, and then restores its state. */
    static Snapshot open(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // a dump may take long: no time-out may end the counts or the open transaction
            statement.execute("SET LOCAL statement_timeout = 0");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            String id = Objects.requireNonNull(text(statement, "SELECT pg_export_snapshot()"));
            return new Snapshot(connection, id, autoCommit, isolation);
        }
    }

    /** For {@code pg_dump --snapshot}. */
    String id() {
        return id;
    }

    Contents contents() throws SQLException {
        return new TableReading(connection).contents();
    }

    /** The newest of the migrations that made the tables; empty where none has. */
    String tablesVersion() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String history = text(statement, "SELECT to_regclass('exdate.flyway_schema_history')::text");
            if (history == null) {
                return "";
            }
            return Objects.requireNonNullElse(text(statement, """
                            SELECT coalesce((SELECT version FROM exdate.flyway_schema_history
                                             WHERE success AND version IS NOT NULL
                                             ORDER BY installed_rank DESC LIMIT 1), '')
                            """), "");
        }
    }

    private static @Nullable String text(Statement statement, String sql) throws SQLException {
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
