package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a database can be worked with, told before any source is asked: reachable, log-in, version, rights. */
public final class DatabaseCheck {
    private static final int OLDEST = 15;

    private DatabaseCheck() {}

    /**
     * @return the server's version as it says itself, {@code 15.18}
     * @throws DatabaseUnavailable with the one line that says why and what to do
     */
    public static String verify(DatabaseAddress address) throws DatabaseUnavailable {
        return verify(address, OLDEST);
    }

    static String verify(DatabaseAddress address, int oldest) throws DatabaseUnavailable {
        try (Connection connection = PooledDatabase.connect(address)) {
            Server server = Server.of(connection);
            if (server.major() < oldest) {
                throw new DatabaseUnavailable("the server of " + address.shown() + " is PostgreSQL " + server.version()
                        + "; Exdate needs " + oldest + " or newer: upgrade it or name another one in DATABASE_URL");
            }
            if (server.readOnly()) {
                throw new DatabaseUnavailable("the database " + address.shown()
                        + " takes no writes (a standby, or default_transaction_read_only is on); name the primary in"
                        + " DATABASE_URL");
            }
            rights(connection, address);
            return server.version();
        } catch (SQLException e) {
            throw unavailable(address, e);
        }
    }

    private static void rights(Connection connection, DatabaseAddress address)
            throws SQLException, DatabaseUnavailable {
        String sql = """
                SELECT to_regnamespace('exdate') IS NOT NULL
                           OR has_database_privilege(current_database(), 'CREATE') AS may_make_schema,
                       has_schema_privilege('public', 'USAGE') AND has_schema_privilege('public', 'CREATE')
                           AS may_make_tables,
                       coalesce((SELECT string_agg(c.oid::regclass::text, ', ' ORDER BY c.relname)
                                 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind IN ('r', 'p')
                                   AND (n.nspname = 'exdate' OR n.nspname = 'public' AND c.relname LIKE 'raw\\_%')
                                   AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
                                            AND has_table_privilege(c.oid, 'UPDATE')
                                            AND has_table_privilege(c.oid, 'DELETE'))), '') AS closed
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String user = address.user();
            String closed = row.getString("closed");
            if (!closed.isEmpty()) {
                throw new DatabaseUnavailable("the role " + user + " may not read and write " + closed
                        + "; GRANT SELECT, INSERT, UPDATE, DELETE on it to " + user);
            }
            if (!row.getBoolean("may_make_schema")) {
                throw new DatabaseUnavailable("the role " + user + " may not create the schema exdate in "
                        + address.database() + "; run: GRANT CREATE ON DATABASE " + address.database() + " TO " + user);
            }
            if (!row.getBoolean("may_make_tables")) {
                throw new DatabaseUnavailable("the role " + user + " may not create tables in the schema public of "
                        + address.database() + "; run: GRANT USAGE, CREATE ON SCHEMA public TO " + user);
            }
        }
    }

    private static DatabaseUnavailable unavailable(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String why = switch (state) {
            case "28P01" -> "the password of " + address.user() + " is wrong; correct it in DATABASE_URL or PGPASSWORD";
            case "28000" -> "the server refuses the log-in (" + firstLine(e) + "); check user, sslmode and pg_hba.conf";
            case "3D000" -> "there is no database " + address.database() + "; create it, or correct DATABASE_URL";
            case "53300" -> "the server has no connection left; raise max_connections or end other clients";
            case "57P03" -> "the server is starting up or shutting down; try again in a moment";
            default ->
                state.startsWith("08")
                        ? "nothing answers there (" + firstLine(e) + "); is the server up, and are host and port right?"
                        : firstLine(e);
        };
        return new DatabaseUnavailable("can't use the database " + address.shown() + ": " + why, e);
    }

    private static String firstLine(SQLException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("^FATAL: ", "");
    }

    /** What the server says of itself. */
    private record Server(String version, int major, boolean readOnly) {
        static Server of(Connection connection) throws SQLException {
            String sql = """
                    SELECT current_setting('server_version') AS version,
                           current_setting('server_version_num')::int / 10000 AS major,
                           pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS read_only
                    """;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Server(
                        row.getString("version").split(" ", 2)[0], row.getInt("major"), row.getBoolean("read_only"));
            }
        }
    }
}
