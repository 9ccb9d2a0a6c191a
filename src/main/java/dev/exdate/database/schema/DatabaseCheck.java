package dev.exdate.database.schema;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.Handle;
import dev.exdate.database.LoginFailure;
import dev.exdate.database.PooledDatabase;
import dev.exdate.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Checks that a database is usable, before any source is asked: reachable, login, version, rights. */
public final class DatabaseCheck {
    private static final int OLDEST = 15;

    private DatabaseCheck() {}

    /**
     * On a connection of the pool: logging in twice would take longer than all else that a command asks.
     *
     * @return the server's version as it says itself, {@code 15.18}
     * @throws DatabaseUnavailable with one line that says why and what to do
     */
    public static String verify(PooledDatabase database) throws DatabaseUnavailable {
        return verify(database, OLDEST);
    }

    /**
     * As {@link #verify}, for who only looks: a standby and a role that may only read are good enough.
     *
     * @throws DatabaseUnavailable with one line that says why and what to do
     */
    public static String reach(PooledDatabase database) throws DatabaseUnavailable {
        try (Connection connection = database.connection()) {
            return known(connection, database.address(), OLDEST).version();
        } catch (SQLException e) {
            throw LoginFailure.of(database.address(), e);
        }
    }

    private static Server known(Connection connection, DatabaseAddress address, int oldest)
            throws SQLException, DatabaseUnavailable {
        Server server = Server.of(connection);
        if (server.major() < oldest) {
            throw new DatabaseUnavailable("the server of " + address.shown() + " is PostgreSQL " + server.version()
                    + "; Exdate needs " + oldest + " or newer; upgrade it or set DATABASE_URL to another server");
        }
        return server;
    }

    static String verify(PooledDatabase database, int oldest) throws DatabaseUnavailable {
        DatabaseAddress address = database.address();
        try (Connection connection = database.connection()) {
            Server server = known(connection, address, oldest);
            if (server.readOnly()) {
                throw new DatabaseUnavailable("the database " + address.shown()
                        + " is read-only (a standby, or default_transaction_read_only is on); use the primary in"
                        + " DATABASE_URL");
            }
            if (!server.encoding().equals("UTF8")) {
                throw new DatabaseUnavailable("the database " + address.shown() + " has the encoding "
                        + server.encoding() + ", which can't store every character; create one with ENCODING 'UTF8'");
            }
            rights(connection, address);
            return server.version();
        } catch (SQLException e) {
            throw LoginFailure.of(address, e);
        }
    }

    private static void rights(Connection connection, DatabaseAddress address)
            throws SQLException, DatabaseUnavailable {
        String sql = """
                SELECT has_database_privilege(current_database(), 'TEMPORARY') AS may_make_temporary,
                       coalesce(has_schema_privilege(to_regnamespace('exdate'), 'USAGE'),
                                has_database_privilege(current_database(), 'CREATE')) AS may_use_schema,
                       to_regnamespace('exdate') IS NOT NULL AS has_schema,
                       EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                               WHERE n.nspname = 'exdate' AND c.relname = 'flyway_schema_history') AS has_tables,
                       has_schema_privilege('public', 'USAGE') AS may_use_public,
                       has_schema_privilege('public', 'CREATE') AS may_make_tables,
                       coalesce((SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', '
                                                   ORDER BY n.nspname, c.relname)
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
            String to = " TO " + Grants.identifier(address.user());
            String database = Grants.identifier(address.database());
            String role = "the role " + address.user() + " may not ";
            if (!row.getBoolean("may_use_schema")) {
                throw lacking(
                        row.getBoolean("has_schema")
                                ? role + "use the schema exdate; run: GRANT USAGE ON SCHEMA exdate" + to
                                : role + "create the schema exdate in " + address.database()
                                        + "; run: GRANT CREATE ON DATABASE " + database + to);
            }
            if (!row.getBoolean("may_use_public")
                    || !row.getBoolean("may_make_tables") && !row.getBoolean("has_tables")) {
                throw lacking(role + "create tables in the schema public of " + address.database()
                        + "; run: GRANT USAGE, CREATE ON SCHEMA public" + to);
            }
            if (!row.getBoolean("may_make_temporary")) {
                throw lacking(role + "create temporary tables in " + address.database()
                        + ", which every write needs; run: GRANT TEMPORARY ON DATABASE " + database + to);
            }
            List<String> closed = List.of(row.getString("closed").split(", "));
            if (!closed.equals(List.of(""))) {
                throw lacking(role + "read and write " + shortened(closed)
                        + "; run: GRANT SELECT, INSERT, UPDATE, DELETE ON " + shortened(closed) + to);
            }
        }
    }

    private static DatabaseUnavailable lacking(String what) {
        return new DatabaseUnavailable(what + " (`exdate doctor --grants` prints all rights it needs)");
    }

    /** One line of a terminal; the script has them all. */
    private static String shortened(List<String> tables) {
        int most = 3;
        return tables.size() <= most
                ? String.join(", ", tables)
                : String.join(", ", tables.subList(0, most)) + " and " + (tables.size() - most) + " more";
    }

    /** The server's version, encoding and state. */
    private record Server(String version, int major, boolean readOnly, String encoding) {
        static Server of(Connection connection) throws SQLException {
            String sql = """
                    SELECT current_setting('server_version') AS version,
                           current_setting('server_version_num')::int / 10000 AS major,
                           pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS read_only,
                           pg_encoding_to_char(encoding) AS encoding
                    FROM pg_database WHERE datname = current_database()
                    """;
            return new Handle(connection)
                    .sql(sql)
                    .one(row -> new Server(
                            row.getString("version").split(" ", 2)[0],
                            row.getInt("major"),
                            row.getBoolean("read_only"),
                            row.getString("encoding")));
        }
    }
}
