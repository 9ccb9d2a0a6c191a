package dev.exdate.database.server;

import dev.exdate.database.Connections;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.PrivateFiles;
import dev.exdate.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exdate's own PostgreSQL server in the data folder: on loopback only, with a password in a file of mode 0600, and
 * durable. Close stops it; the data stays. If another Exdate process runs the server, it is used and left running.
 */
public final class PrivateServer implements AutoCloseable {
    private static final String USER = "exdate";
    private static final String DATABASE = "exdate";

    private final Path data;
    private final ServerPrograms programs;
    private final DatabaseAddress address;
    private final boolean ours;

    private PrivateServer(Path data, ServerPrograms programs, DatabaseAddress address, boolean ours) {
        this.data = data;
        this.programs = programs;
        this.address = address;
        this.ours = ours;
    }

    /** @throws DatabaseUnavailable if the folder has none */
    public static void require(Path folder) throws DatabaseUnavailable {
        if (!Files.exists(cluster(folder).resolve("PG_VERSION"))) {
            throw new DatabaseUnavailable("no database: neither DATABASE_URL nor PGHOST is set, and "
                    + folder.toAbsolutePath() + " has no private one; set DATABASE_URL, or make a private one with"
                    + " `exdate run --private`");
        }
    }

    /**
     * Starts it or finds it running; creates it first if the folder has none.
     *
     * @throws DatabaseUnavailable with what to do
     */
    public static PrivateServer start(Path folder) throws DatabaseUnavailable, InterruptedException {
        return start(folder, folder.resolve("postgresql"));
    }

    public static PrivateServer start(Path folder, Path binaries) throws DatabaseUnavailable, InterruptedException {
        try {
            createPrivate(folder);
            PrivateFiles.prepare(folder.resolve("database.lock"));
            // If two processes find no server, the second waits here until the first has created and started one.
            try (FileChannel lock = FileChannel.open(folder.resolve("database.lock"), StandardOpenOption.WRITE)) {
                lock.lock();
                return startLocked(folder, binaries);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "the private PostgreSQL in " + folder + " can't be started: " + e.getMessage(), e);
        }
    }

    private static PrivateServer startLocked(Path folder, Path binaries)
            throws IOException, DatabaseUnavailable, InterruptedException {
        ServerPrograms programs = new ServerPrograms(ServerBinaries.find(binaries), folder);
        Path data = cluster(folder);
        Secret password = password(folder.resolve("database.password"));
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            programs.initialise(data, USER, folder.resolve("database.password"));
        }
        Optional<Integer> running = runningPort(data, programs);
        boolean adopted = running.isPresent() && starterIsGone(folder);
        int port = running.isPresent() ? running.get() : programs.start(data, port(folder));
        boolean ours = running.isEmpty() || adopted;
        if (ours) {
            PrivateFiles.write(
                    starter(folder), Long.toString(ProcessHandle.current().pid()));
        }
        PrivateServer server = new PrivateServer(data, programs, address(port, password), ours);
        server.createDatabase();
        return server;
    }

    /** Where the server of that folder is, while it is up. */
    public static Optional<DatabaseAddress> running(Path folder) {
        try {
            Optional<Integer> port = statedPort(cluster(folder));
            return port.isEmpty()
                    ? Optional.empty()
                    : Optional.of(address(port.get(), password(folder.resolve("database.password"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static DatabaseAddress address(int port, Secret password) {
        return new DatabaseAddress("127.0.0.1", port, DATABASE, USER, password, Map.of());
    }

    /** Whether this machine has PostgreSQL's server programs. */
    public static boolean isPossible() {
        return ServerBinaries.areAtHand();
    }

    private static Path cluster(Path folder) {
        return folder.resolve("database");
    }

    private static Path starter(Path folder) {
        return folder.resolve("database.starter");
    }

    /** Whether the process that started the running server has died without stopping it. */
    private static boolean starterIsGone(Path folder) throws IOException {
        if (!Files.exists(starter(folder))) {
            return true;
        }
        return !isAlive(Files.readString(starter(folder)));
    }

    private static void createPrivate(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static Secret password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, HexFormat.of().formatHex(random));
        }
        return new Secret(Files.readString(file).strip());
    }

    private static Optional<Integer> runningPort(Path data, ServerPrograms programs)
            throws IOException, InterruptedException {
        return Files.exists(data.resolve("postmaster.pid")) && programs.isRunning(data)
                ? statedPort(data)
                : Optional.empty();
    }

    /** From the file that a running server keeps, and leaves when it is killed: its process in line 1, its port in line 4. */
    private static Optional<Integer> statedPort(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.size() < 4 || !isAlive(lines.getFirst())
                ? Optional.empty()
                : Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    /** The previous port if it is free, so that addresses people have noted keep working. */
    private static int port(Path folder) throws IOException {
        Path file = folder.resolve("database.port");
        if (Files.exists(file)) {
            int last = Integer.parseInt(Files.readString(file).strip());
            try (ServerSocket socket = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (java.net.BindException e) {
                Files.delete(file);
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PrivateFiles.write(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private void createDatabase() throws DatabaseUnavailable {
        try (Connection connection = new Connections(address.withDatabase("postgres")).open();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'exdate'")) {
            if (!row.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "the private PostgreSQL in " + data.getParent() + " refuses its own user: " + e.getMessage(), e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The command that opens its database; the password stays in its file. */
    public static String psql(Path folder, DatabaseAddress address) {
        return "PGPASSWORD=\"$(cat %s)\" psql -h %s -p %d -U %s -d %s"
                .formatted(
                        folder.toAbsolutePath().resolve("database.password"),
                        address.host(),
                        address.port(),
                        address.user(),
                        address.database());
    }

    @Override
    public void close() {
        if (ours && isUp()) {
            programs.stop(data);
        }
    }

    private boolean isUp() {
        try {
            return statedPort(data).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
