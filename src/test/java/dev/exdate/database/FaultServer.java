package dev.exdate.database;

import dev.exdate.database.schema.Grants;
import dev.exdate.database.server.ServerBinaries;
import dev.exdate.database.server.ServerPrograms;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A durable PostgreSQL of one test class, to be stopped, killed and set as the test likes. Runs use a role of their own that
 * has just the rights that {@code exdate doctor --grants} prints.
 */
public final class FaultServer implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ADMIN = "exdate";
    /** Of all roles. */
    public static final String PASSWORD = "0123456789abcdef";

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
        ServerPrograms programs = new ServerPrograms(binaries(), folder);
        Path data = folder.resolve("database");
        programs.initialise(data, ADMIN, password);
        FaultServer server = new FaultServer(data, programs, freePort());
        server.up();
        server.execute("CREATE ROLE runner LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
        return server;
    }

    private static ServerBinaries binaries() throws Exception {
        return ServerBinaries.find(TestDatabase.BINARIES);
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

    /** The same with its tables in a folder of their own. */
    public TestDatabase database(Path tablespace) throws SQLException {
        String name = "faults_" + COUNT.incrementAndGet();
        execute(
                "CREATE TABLESPACE " + name + " LOCATION '" + tablespace + "'",
                "CREATE DATABASE " + name + " OWNER runner TABLESPACE " + name);
        return TestDatabase.existing(address(name, ADMIN));
    }

    /** A connection of somebody's, with the password of all. */
    public Connection connect(TestDatabase database, String user) throws SQLException {
        return new Connections(address(database.address().database(), user)).open();
    }

    /** A connection of the administrator's. */
    public Connection connect(TestDatabase database) throws SQLException {
        return connect(database, ADMIN);
    }

    /** One of the role that runs, with all that the other has; whoever is connected to that one is cut off. */
    public TestDatabase copy(TestDatabase of) throws SQLException {
        String name = "faults_" + COUNT.incrementAndGet();
        String source = of.address().database();
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + source + "'");
        execute("CREATE DATABASE " + name + " TEMPLATE " + source + " OWNER runner");
        return TestDatabase.existing(address(name, ADMIN));
    }

    /** {@code DATABASE_URL} of a run. */
    public String url(TestDatabase database) {
        return "postgresql://runner:" + PASSWORD + "@127.0.0.1:" + port + "/"
                + database.address().database();
    }

    /** As the administrator, in the database {@code postgres}. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = new Connections(address("postgres", ADMIN)).open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public int port() {
        return port;
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

    /**
     * A standby that has all that this one has committed. This one must be down for a moment for it; from then on it waits
     * with each commit until the standby has it.
     */
    public FaultServer standby() throws Exception {
        Path folder = Files.createDirectories(data.resolveSibling("standby"));
        FaultServer standby =
                new FaultServer(folder.resolve("database"), new ServerPrograms(binaries(), folder), freePort());
        execute("CREATE ROLE follower LOGIN REPLICATION PASSWORD '" + PASSWORD + "'");
        down();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, standby.data.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createFile(standby.data.resolve("standby.signal"));
        Files.writeString(
                standby.data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=follower password=" + PASSWORD
                        + " application_name=standby'\n",
                StandardOpenOption.APPEND);
        up();
        standby.up();
        execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'", "SELECT pg_reload_conf()");
        return standby;
    }

    /** Answers from now on where the other one did, which must be down; still a standby. */
    public FaultServer takeOver(FaultServer other) throws Exception {
        down();
        FaultServer here = new FaultServer(data, programs, other.port);
        here.up();
        return here;
    }

    /** The standby becomes the primary. */
    public void promote() throws SQLException {
        execute("SELECT pg_promote(true, 60)");
    }

    @Override
    public void close() {
        down();
    }
}
