package dev.exdate.database;

import dev.exdate.database.schema.Grants;
import dev.exdate.database.schema.Migrations;
import dev.exdate.database.server.PrivateServer;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A database of its own on a real server that the test run starts once, with all tables; dropped or emptied on close. Tests and the
 * program work in it as a role that has just the rights that {@code exdate doctor --grants} prints.
 */
public final class TestDatabase implements Database, AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final SpareDatabases SPARE = new SpareDatabases();
    private static final String ROLE = "nightly";
    private static final Secret PASSWORD = new Secret("0f1e2d3c4b5a69788796a5b4");
    private static final String BARE = "template_bare";
    private static final String FULL = "template_exdate";
    private static final Path FOLDER = Path.of("target", "test-server").toAbsolutePath();
    /** Unpacked once for all. */
    public static final Path BINARIES = TestBinaries.in(FOLDER);

    private final DatabaseAddress address;
    private final DatabaseAddress administrator;
    private final AgroalDataSource connections;
    private final PooledDatabase pool;
    private final Afterwards afterwards;

    /** What becomes of a database that is closed. */
    private enum Afterwards {
        LEFT,
        DROPPED,
        EMPTIED
    }

    private TestDatabase(DatabaseAddress address, DatabaseAddress administrator, Afterwards afterwards)
            throws SQLException {
        this.afterwards = afterwards;
        this.address = address;
        this.administrator = administrator;
        this.connections = TestPool.of(address);
        this.pool = new PooledDatabase(connections, address, PooledDatabase.PATIENCE);
    }

    /** With Exdate's tables, all empty. */
    public static TestDatabase fresh() {
        return create(FULL);
    }

    /** Without any table. */
    public static TestDatabase empty() {
        return create(BARE);
    }

    /** One that is there already, as its administrator sees it. */
    static TestDatabase existing(DatabaseAddress address) throws SQLException {
        return new TestDatabase(address, address, Afterwards.DROPPED);
    }

    /** The same database as another role sees it; closing it closes its connections alone. */
    public static TestDatabase as(DatabaseAddress address, TestDatabase other) throws SQLException {
        return new TestDatabase(address, other.administrator, Afterwards.LEFT);
    }

    private static TestDatabase create(String template) {
        try {
            boolean full = template.equals(FULL);
            Optional<String> spare = full ? SPARE.take() : Optional.empty();
            String name =
                    spare.orElseGet(() -> "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
            DatabaseAddress administrator = Server.ADDRESS.withDatabase(name);
            if (spare.isEmpty()) {
                make(name, template);
                if (full) {
                    SPARE.made(administrator);
                }
            }
            return new TestDatabase(asRole(name), administrator, full ? Afterwards.EMPTIED : Afterwards.DROPPED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(String name, String template) throws SQLException {
        String rights = Grants.script(asRole(name))
                .lines()
                .filter(line -> line.startsWith("GRANT ") && line.contains(" ON DATABASE "))
                .collect(Collectors.joining("\n"));
        // What else the script says stands in the template already.
        execute(
                Server.ADDRESS,
                "CREATE DATABASE " + name + " TEMPLATE " + template,
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                rights);
    }

    private static DatabaseAddress asRole(String database) {
        DatabaseAddress server = Server.ADDRESS;
        return new DatabaseAddress(server.host(), server.port(), database, ROLE, PASSWORD, Map.of());
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The same database as the server's administrator sees it. */
    public DatabaseAddress administrator() {
        return administrator;
    }

    /** Runs statements as the server's administrator. */
    public void administer(String... statements) {
        try {
            execute(administrator, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As in {@code DATABASE_URL}. */
    public String url() {
        return "postgresql://" + address.user() + ":"
                + address.secret().orElseThrow().reveal() + "@" + address.host() + ":" + address.port() + "/"
                + address.database();
    }

    public PooledDatabase pool() {
        return pool;
    }

    public Migrations migrations() {
        return new Migrations(pool, () -> TestPool.flyway(connections));
    }

    @Override
    public Connection connection() throws SQLException {
        return pool.connection();
    }

    @Override
    public <T> T reading(Work<T> work) throws SQLException {
        return pool.reading(work);
    }

    @Override
    public <T> T once(Work<T> work) throws SQLException {
        return pool.once(work);
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws SQLException {
        return pool.inTransaction(work);
    }

    /** Runs statements as they are. */
    public void execute(String sql) {
        try (Connection connection = pool.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as text, columns joined by {@code |}, nulls as {@code -}. */
    public List<String> rows(String sql) {
        try (Connection connection = pool.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String cell = row.getString(i);
                    cells.add(cell == null ? "-" : cell);
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value of the one row. */
    public String value(String sql) {
        return rows(sql).getFirst();
    }

    /** Waits until the query's one value is this, at most five minutes. */
    public void awaitValue(String sql, String value) throws InterruptedException {
        long end = System.nanoTime() + java.util.concurrent.TimeUnit.MINUTES.toNanos(5);
        while (!value.equals(value(sql))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + value + " within five minutes: " + sql);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        connections.close();
        if (afterwards == Afterwards.LEFT) {
            return;
        }
        try {
            if (afterwards == Afterwards.DROPPED || !SPARE.keep(administrator)) {
                execute(
                        administrator.withDatabase("postgres"),
                        "DROP DATABASE " + address.database() + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(DatabaseAddress where, String... statements) throws SQLException {
        try (Connection connection = new Connections(where).open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Started with the first database that is asked for, stopped with the test run. */
    private static final class Server {
        static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            try {
                // Unit tests run in two processes side by side, each with a server of its own.
                Path folder = FOLDER.resolve(System.getProperty("exdate.fork", "0"));
                PrivateServer server = PrivateServer.start(folder, BINARIES);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                DatabaseAddress address = server.address().withDatabase("postgres");
                // A power failure may take these databases; the tests of faults have durable servers of their own.
                execute(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()");
                for (String template : List.of(FULL, BARE)) {
                    execute(address, "DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
                }
                DatabaseAddress bare =
                        new DatabaseAddress(address.host(), address.port(), BARE, ROLE, PASSWORD, Map.of());
                new PsqlScript(address).run(Grants.script(bare));
                execute(address, "ALTER ROLE " + ROLE + " PASSWORD '" + PASSWORD.reveal() + "'");
                execute(address, "CREATE DATABASE " + FULL + " TEMPLATE " + BARE);
                new PsqlScript(address).run(Grants.script(bare.withDatabase(FULL)));
                DatabaseAddress full = bare.withDatabase(FULL);
                try (TestDatabase template = new TestDatabase(full, full, Afterwards.LEFT)) {
                    template.migrations().migrate();
                }
                return address;
            } catch (SQLException | DatabaseUnavailable | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
