package dev.exdate.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.TestDatabase;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
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
        assertThatThrownBy(() -> verify(address))
                .isInstanceOf(DatabaseUnavailable.class)
                .message()
                .contains(words)
                .hasLineCount(1)
                .doesNotContain(database.address().secret().orElseThrow().reveal());
    }

    private void verify(DatabaseAddress address) throws SQLException, DatabaseUnavailable {
        try (TestDatabase theirs = TestDatabase.as(address, database)) {
            DatabaseCheck.verify(theirs.pool());
        }
    }

    @Test
    void aGoodDatabaseTellsItsVersion() throws Exception {
        assertThat(DatabaseCheck.verify(database.pool())).startsWith("15.");
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
                "wrong password for " + address.user(),
                "DATABASE_URL");
    }

    @Test
    void aMissingDatabaseIsNamed() {
        refused(database.address().withDatabase("nowhere"), "the database nowhere does not exist");
    }

    @Test
    void nobodyListeningIsSaidSo() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        refused(new DatabaseAddress("127.0.0.1", port, "d", "u", null, Map.of()), "nothing listens there");
    }

    @Test
    void anOldServerIsRefusedWithBothVersions() {
        assertThatThrownBy(() -> DatabaseCheck.verify(database.pool(), 99))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("is PostgreSQL 15.", "needs 99 or newer");
    }

    @Test
    void aRoleWithoutRightsIsToldWhichGrantItNeeds() {
        database.administer("DROP ROLE IF EXISTS poor");
        database.administer("CREATE ROLE poor LOGIN PASSWORD 'poor1234'");
        DatabaseAddress address = database.address();
        refused(as("poor", "poor1234", Map.of()), "GRANT CONNECT ON DATABASE", "doctor --grants");
        database.administer("GRANT CONNECT ON DATABASE " + address.database() + " TO poor");
        refused(
                new DatabaseAddress(
                        address.host(), address.port(), address.database(), "poor", new Secret("poor1234"), Map.of()),
                "GRANT CREATE ON DATABASE");
        database.administer("GRANT CREATE ON DATABASE " + address.database() + " TO poor");
        refused(
                new DatabaseAddress(
                        address.host(), address.port(), address.database(), "poor", new Secret("poor1234"), Map.of()),
                "GRANT USAGE, CREATE ON SCHEMA public TO \"poor\"");
        database.administer("REVOKE ALL ON DATABASE " + address.database() + " FROM poor");
        database.administer("DROP ROLE poor");
    }

    private DatabaseAddress as(String user, String password, Map<String, String> parameters) {
        DatabaseAddress address = database.address();
        return new DatabaseAddress(
                address.host(), address.port(), address.database(), user, new Secret(password), parameters);
    }

    @Test
    void aRoleThatMayNotReadOrWriteWhatIsThereIsToldSo() throws Exception {
        database.administer("DROP ROLE IF EXISTS poorer");
        database.administer("CREATE ROLE poorer LOGIN PASSWORD 'poor1234'");
        String name = database.address().database();
        database.administer("GRANT CONNECT, CREATE ON DATABASE " + name + " TO poorer");
        database.administer("GRANT USAGE, CREATE ON SCHEMA public TO poorer");
        try {
            refused(as("poorer", "poor1234", Map.of()), "GRANT TEMPORARY ON DATABASE \"" + name + "\" TO \"poorer\"");
            database.administer("GRANT TEMPORARY ON DATABASE " + name + " TO poorer");
            verify(as("poorer", "poor1234", Map.of()));
            database.administer("CREATE SCHEMA exdate");
            refused(as("poorer", "poor1234", Map.of()), "GRANT USAGE ON SCHEMA exdate TO \"poorer\"");
            database.administer("GRANT USAGE ON SCHEMA exdate TO poorer");
            database.administer("CREATE TABLE public.raw_stocks (id int)");
            refused(
                    as("poorer", "poor1234", Map.of()),
                    "may not read and write public.raw_stocks",
                    "DELETE ON public.raw_stocks TO \"poorer\"");
        } finally {
            database.administer("DROP OWNED BY poorer");
            database.administer("DROP ROLE poorer");
        }
    }

    @Test
    void aDatabaseThatCantHoldAllTextIsRefused() {
        database.administer(
                "CREATE DATABASE latin_check ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
        try {
            refused(database.address().withDatabase("latin_check"), "has the encoding LATIN1", "ENCODING 'UTF8'");
        } finally {
            database.administer("DROP DATABASE latin_check");
        }
    }

    @Test
    void fullServersMissingTlsAndMissingPasswordsAreNamed() throws Exception {
        database.administer("DROP ROLE IF EXISTS many");
        database.administer("CREATE ROLE many LOGIN PASSWORD 'many1234' CONNECTION LIMIT 0");
        refused(as("many", "many1234", Map.of()), "no free connection");
        database.administer("DROP ROLE many");
        refused(as("exdate", "x", Map.of("sslmode", "require")), "does not support encrypted connections", "sslmode");
        DatabaseAddress address = database.address();
        refused(
                new DatabaseAddress(address.host(), address.port(), address.database(), "exdate", null, Map.of()),
                "requires a password");
        refused(
                new DatabaseAddress("nowhere.invalid", 5432, "d", "u", null, Map.of()),
                "the host nowhere.invalid can't be resolved");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            refused(
                    new DatabaseAddress(
                            "127.0.0.1", silent.getLocalPort(), "d", "u", null, Map.of("loginTimeout", "1")),
                    "timed out");
        }
    }

    @Test
    void aDatabaseThatTakesNoWritesIsRefused() {
        database.administer(
                "ALTER DATABASE " + database.address().database() + " SET default_transaction_read_only = on");
        refused(database.address(), "is read-only");
    }
}
