package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.schema.DatabaseCheck;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.web.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sslmode} on a server that takes encrypted connections, with a certificate for localhost. */
class EncryptionTest {
    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static SelfSigned certificate;
    private static SelfSigned another;

    @BeforeAll
    static void encrypt() throws Exception {
        certificate = SelfSigned.of(Files.createDirectories(folder.resolve("server")), "dns:localhost");
        another = SelfSigned.of(Files.createDirectories(folder.resolve("another")), "dns:localhost");
        database = TestDatabase.empty();
        database.administer(
                "ALTER SYSTEM SET ssl_cert_file = '" + certificate.certificate() + "'",
                "ALTER SYSTEM SET ssl_key_file = '" + certificate.key() + "'",
                "ALTER SYSTEM SET ssl = on",
                "SELECT pg_reload_conf()");
        awaitSsl("on");
    }

    @AfterAll
    static void decrypt() throws Exception {
        database.administer("ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()");
        awaitSsl("off");
        database.close();
    }

    /** The postmaster reads its settings a moment later; new sessions have what it has read. */
    private static void awaitSsl(String state) throws Exception {
        for (int i = 0; i < 1000; i++) {
            try (Connection connection = new Connections(database.administrator()).open();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW ssl")) {
                row.next();
                if (row.getString(1).equals(state)) {
                    return;
                }
            }
        }
        throw new AssertionError("ssl is not " + state);
    }

    private static DatabaseAddress address(String host, Map<String, String> parameters) {
        DatabaseAddress address = database.address();
        return new DatabaseAddress(
                host, address.port(), address.database(), address.user(), address.password(), parameters);
    }

    private static String encrypted(DatabaseAddress address) throws Exception {
        try (Connection connection = new Connections(address).open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"disable, f", "prefer, t", "require, t"})
    void theModesThatCheckNoCertificate(String mode, String encrypted) throws Exception {
        assertThat(encrypted(address("127.0.0.1", Map.of("sslmode", mode)))).isEqualTo(encrypted);
    }

    @Test
    void aCertificateThatIsVouchedForIsTaken() throws Exception {
        String root = certificate.certificate().toString();
        assertThat(encrypted(address("127.0.0.1", Map.of("sslmode", "verify-ca", "sslrootcert", root))))
                .isEqualTo("t");
        assertThat(encrypted(address("localhost", Map.of("sslmode", "verify-full", "sslrootcert", root))))
                .isEqualTo("t");
    }

    @Test
    void oneThatNobodyVouchesForOrForAnotherNameIsRefusedInOneLine() {
        String stranger = another.certificate().toString();
        refused(address("localhost", Map.of("sslmode", "verify-ca", "sslrootcert", stranger)));
        refused(address("localhost", Map.of("sslmode", "verify-full", "sslrootcert", stranger)));
        refused(address("localhost", Map.of("sslmode", "verify-full", "sslrootcert", folder + "/none.pem")));
        refused(address(
                "127.0.0.1",
                Map.of(
                        "sslmode",
                        "verify-full",
                        "sslrootcert",
                        certificate.certificate().toString())));
    }

    private static void refused(DatabaseAddress address) {
        assertThatThrownBy(() -> {
                    try (TestDatabase encrypted = TestDatabase.as(address, database)) {
                        DatabaseCheck.verify(encrypted.pool());
                    }
                })
                .isInstanceOf(DatabaseUnavailable.class)
                .message()
                .contains("sslmode")
                .hasLineCount(1);
    }
}
