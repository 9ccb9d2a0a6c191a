package dev.exdate.database.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.Connections;
import dev.exdate.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateServerTest {
    @TempDir
    Path folder;

    @Test
    void itIsDurableAndPrivateAndKeepsItsDataFromStartToStart() throws Exception {
        int port;
        try (PrivateServer server = PrivateServer.start(folder, TestDatabase.BINARIES)) {
            port = server.address().port();
            assertThat(shown(server, "fsync")).isEqualTo("on");
            assertThat(shown(server, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(server, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(Files.readAllLines(folder.resolve("database/pg_hba.conf")))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database.password"))))
                    .isEqualTo("rw-------");
            execute(server, "CREATE TABLE kept AS SELECT 1 AS one");
        }
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
        try (PrivateServer server = PrivateServer.start(folder, TestDatabase.BINARIES)) {
            assertThat(server.address().port()).isEqualTo(port);
            execute(server, "INSERT INTO kept VALUES (2)");
        }
    }

    @Test
    void aSecondOneOnTheSameFolderUsesTheFirstAndLeavesItRunning() throws Exception {
        try (PrivateServer first = PrivateServer.start(folder, TestDatabase.BINARIES)) {
            try (PrivateServer second = PrivateServer.start(folder, TestDatabase.BINARIES)) {
                assertThat(second.address().port()).isEqualTo(first.address().port());
            }
            execute(first, "CREATE TABLE still AS SELECT 1 AS up");
        }
    }

    @Test
    void twoProcessesThatBothFindNoneMakeOneBetweenThem() throws Exception {
        List<Process> processes = List.of(starter(), starter());
        List<String> ports = new ArrayList<>();
        for (Process process : processes) {
            ports.add(process.inputReader().readLine());
        }
        for (Process process : processes) {
            process.outputWriter().close();
            assertThat(process.waitFor()).isZero();
        }
        assertThat(ports).doesNotContainNull();
        assertThat(ports.getFirst()).isEqualTo(ports.getLast());
    }

    @Test
    void whatAKilledMakingOfItLeftIsNotTakenForAServersData() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("database.unfinished"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "15\n");
        try (PrivateServer server = PrivateServer.start(folder, TestDatabase.BINARIES)) {
            execute(server, "CREATE TABLE there AS SELECT 1 AS one");
        }
        assertThat(unfinished).doesNotExist();
    }

    private Process starter() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.resolve("new").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A process that starts a private server, prints its port, and ends with its input. */
    static final class Starter {
        public static void main(String[] folder) throws Exception {
            try (PrivateServer server = PrivateServer.start(Path.of(folder[0]), TestDatabase.BINARIES)) {
                System.out.println(server.address().port());
                System.in.readAllBytes();
            }
        }
    }

    private static void execute(PrivateServer server, String sql) throws SQLException {
        try (Connection connection = new Connections(server.address()).open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String shown(PrivateServer server, String setting) throws SQLException {
        try (Connection connection = new Connections(server.address()).open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
