package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own on a real server that the test run starts once, with all tables; dropped on close. */
public final class TestDatabase implements Database, AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = Path.of("target", "test-server").toAbsolutePath();

    private final DatabaseAddress address;
    private final PooledDatabase pool;

    private TestDatabase(DatabaseAddress address) throws SQLException {
        this.address = address;
        this.pool = PooledDatabase.at(address);
    }

    /** With Exdate's tables, all empty. */
    public static TestDatabase fresh() {
        return create("TEMPLATE template_exdate");
    }

    /** Without any table. */
    public static TestDatabase empty() {
        return create("");
    }

    /** One that is there already. */
    static TestDatabase existing(DatabaseAddress address) throws SQLException {
        return new TestDatabase(address);
    }

    private static TestDatabase create(String how) {
        try {
            String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
            execute(Server.ADDRESS, "CREATE DATABASE " + name + " " + how);
            return new TestDatabase(Server.ADDRESS.withDatabase(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DatabaseAddress address() {
        return address;
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

    @Override
    public Connection connection() throws SQLException {
        return pool.connection();
    }

    @Override
    public <T> T reading(Work<T> work) throws SQLException {
        return pool.reading(work);
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

    /** Waits until the query's one value is this, at most a minute. */
    public void awaitValue(String sql, String value) throws InterruptedException {
        long end = System.nanoTime() + java.util.concurrent.TimeUnit.MINUTES.toNanos(1);
        while (!value.equals(value(sql))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + value + " within a minute: " + sql);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        pool.close();
        try {
            execute(address.withDatabase("postgres"), "DROP DATABASE " + address.database() + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(DatabaseAddress where, String sql) throws SQLException {
        try (Connection connection = PooledDatabase.connect(where);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Started with the first database that is asked for, stopped with the test run. */
    private static final class Server {
        static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            try {
                PrivateServer server = PrivateServer.start(FOLDER);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                DatabaseAddress address = server.address().withDatabase("postgres");
                execute(address, "DROP DATABASE IF EXISTS template_exdate WITH (FORCE)");
                execute(address, "CREATE DATABASE template_exdate");
                try (PooledDatabase template = PooledDatabase.at(address.withDatabase("template_exdate"))) {
                    new Migrations(template).migrate();
                }
                return address;
            } catch (SQLException | DatabaseUnavailable | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
