package dev.exdate.database;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A durable PostgreSQL of one test class, to be stopped, killed and set as the test likes. Runs use a role of their own that
 * has just the rights that {@code exdate doctor --grants} prints.
 */
public final class FaultServer implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ADMIN = "exdate";
    private static final String PASSWORD = "0123456789abcdef";

    private final Path data;
    private final ServerPrograms programs;
    private final int port;

    private FaultServer(Path data, ServerPrograms programs, int port) {
        this.data = data;
        this.programs = programs;
        this.port = port;
    }

    /** A new one below {@code target}. */
    public static FaultServer start() throws Exception {
        Path folder = Files.createDirectories(
                Path.of("target", "fault-servers", ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet())
                        .toAbsolutePath());
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        ServerPrograms programs = new ServerPrograms(
                ServerBinaries.find(
                        Path.of("target", "test-server", "postgresql").toAbsolutePath()),
                folder);
        Path data = folder.resolve("database");
        programs.initialise(data, ADMIN, password);
        FaultServer server = new FaultServer(data, programs, freePort());
        server.up();
        server.execute("CREATE ROLE runner LOGIN PASSWORD '" + PASSWORD + "'");
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private DatabaseAddress address(String database, String user) {
        return new DatabaseAddress("127.0.0.1", port, database, user, new Secret(PASSWORD), Map.of());
    }

    /** An empty database in which the role that runs has the rights it needs, seen as the administrator. */
    public TestDatabase database() throws SQLException {
        String name = "faults_" + COUNT.incrementAndGet();
        new PsqlScript(address("postgres", ADMIN)).run(Grants.script(address(name, "runner")));
        return TestDatabase.existing(address(name, ADMIN));
    }

    /** {@code DATABASE_URL} of a run. */
    public String url(TestDatabase database) {
        return "postgresql://runner:" + PASSWORD + "@127.0.0.1:" + port + "/"
                + database.address().database();
    }

    /** As the administrator, in the database {@code postgres}. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = PooledDatabase.connect(address("postgres", ADMIN));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public Path data() {
        return data;
    }

    /** Starts it, whatever state it was left in. */
    public void up() throws IOException, InterruptedException {
        programs.start(data, port);
    }

    /** As an administrator stops it: sessions are ended. */
    public void down() {
        programs.stop(data);
    }

    /** All its processes are killed at once, as by a power failure. */
    public void kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> all = server.descendants().toList();
        server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
        all.forEach(process -> process.onExit().join());
    }

    @Override
    public void close() {
        down();
    }
}
