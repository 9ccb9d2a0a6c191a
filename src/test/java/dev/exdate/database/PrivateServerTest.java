package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateServerTest {
    private static final Path BINARIES =
            Path.of("target", "test-server", "postgresql").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void itIsDurableAndPrivateAndKeepsItsDataFromStartToStart() throws Exception {
        int port;
        try (PrivateServer server = PrivateServer.start(folder, BINARIES)) {
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
        try (PrivateServer server = PrivateServer.start(folder, BINARIES)) {
            assertThat(server.address().port()).isEqualTo(port);
            execute(server, "INSERT INTO kept VALUES (2)");
        }
    }

    @Test
    void aSecondOneOnTheSameFolderUsesTheFirstAndLeavesItRunning() throws Exception {
        try (PrivateServer first = PrivateServer.start(folder, BINARIES)) {
            try (PrivateServer second = PrivateServer.start(folder, BINARIES)) {
                assertThat(second.address().port()).isEqualTo(first.address().port());
            }
            execute(first, "CREATE TABLE still AS SELECT 1 AS up");
        }
    }

    private static void execute(PrivateServer server, String sql) throws SQLException {
        try (Connection connection = PooledDatabase.connect(server.address());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String shown(PrivateServer server, String setting) throws SQLException {
        try (Connection connection = PooledDatabase.connect(server.address());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
