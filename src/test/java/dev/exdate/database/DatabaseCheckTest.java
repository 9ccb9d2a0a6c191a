package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.empty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void refused(DatabaseAddress address, String... words) {
        assertThatThrownBy(() -> DatabaseCheck.verify(address))
                .isInstanceOf(DatabaseUnavailable.class)
                .message()
                .contains(words)
                .hasLineCount(1)
                .doesNotContain(database.address().secret().orElseThrow().reveal());
    }

    @Test
    void aGoodDatabaseTellsItsVersion() throws Exception {
        assertThat(DatabaseCheck.verify(database.address())).startsWith("15.");
    }

    @Test
    void aWrongPasswordIsNamedAsOne() {
        DatabaseAddress address = database.address();
        refused(
                new DatabaseAddress(
                        address.host(),
                        address.port(),
                        address.database(),
                        address.user(),
                        new Secret("wrong"),
                        Map.of()),
                "the password of exdate is wrong",
                "DATABASE_URL");
    }

    @Test
    void aMissingDatabaseIsNamed() {
        refused(database.address().withDatabase("nowhere"), "there is no database nowhere");
    }

    @Test
    void nobodyListeningIsSaidSo() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        refused(new DatabaseAddress("127.0.0.1", port, "d", "u", null, Map.of()), "nothing answers there");
    }

    @Test
    void anOldServerIsRefusedWithBothVersions() {
        assertThatThrownBy(() -> DatabaseCheck.verify(database.address(), 99))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("is PostgreSQL 15.", "needs 99 or newer");
    }

    @Test
    void aRoleWithoutRightsIsToldWhichGrantItNeeds() {
        database.execute("DROP ROLE IF EXISTS poor");
        database.execute("CREATE ROLE poor LOGIN PASSWORD 'poor1234'");
        DatabaseAddress address = database.address();
        refused(
                new DatabaseAddress(
                        address.host(), address.port(), address.database(), "poor", new Secret("poor1234"), Map.of()),
                "GRANT CREATE ON DATABASE");
        database.execute("GRANT CREATE ON DATABASE " + address.database() + " TO poor");
        refused(
                new DatabaseAddress(
                        address.host(), address.port(), address.database(), "poor", new Secret("poor1234"), Map.of()),
                "GRANT USAGE, CREATE ON SCHEMA public TO poor");
        database.execute("REVOKE CREATE ON DATABASE " + address.database() + " FROM poor");
        database.execute("DROP ROLE poor");
    }

    @Test
    void aDatabaseThatTakesNoWritesIsRefused() {
        database.execute("ALTER DATABASE " + database.address().database() + " SET default_transaction_read_only = on");
        refused(database.address(), "takes no writes");
    }
}
