package dev.exdate.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.Connections;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.PsqlScript;
import dev.exdate.database.TestDatabase;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code exdate doctor --grants} prints; that it is enough for all else shows every other test with a database. */
class GrantsTest {
    private static final String PASSWORD = "grants1234";

    private static DatabaseAddress as(TestDatabase database, String role, String name) {
        DatabaseAddress server = database.administrator();
        return new DatabaseAddress(server.host(), server.port(), name, role, new Secret(PASSWORD), Map.of());
    }

    private static void grant(TestDatabase database, DatabaseAddress address) throws SQLException {
        new PsqlScript(database.administrator()).run(Grants.script(address));
    }

    private static String answer(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = new Connections(address).open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aRoleAndADatabaseThatAreNotThereAreMadeWhateverTheirNames() throws Exception {
        String role = "Odd \"role'; DROP TABLE raw_stocks; --";
        String name = "Odd \"base' \\ $$";
        try (TestDatabase database = TestDatabase.empty()) {
            DatabaseAddress address = as(database, role, name);
            try {
                grant(database, address);
                grant(database, address);
                database.administer(
                        "ALTER ROLE \"Odd \"\"role'; DROP TABLE raw_stocks; --\" PASSWORD '" + PASSWORD + "'");
                try (TestDatabase granted = TestDatabase.as(address, database)) {
                    DatabaseCheck.verify(granted.pool());
                }
                assertThat(answer(
                                address,
                                "SELECT concat_ws(' ', rolsuper, rolcreaterole, rolreplication, rolbypassrls) FROM pg_roles"
                                        + " WHERE rolname = current_user"))
                        .isEqualTo("f f f f");
            } finally {
                database.administer(
                        "DROP DATABASE IF EXISTS \"Odd \"\"base' \\ $$\" WITH (FORCE)",
                        "DROP ROLE IF EXISTS \"Odd \"\"role'; DROP TABLE raw_stocks; --\"");
            }
        }
    }

    @Test
    void whatAnotherRoleMadeEarlierCanBeChangedAndThatRoleWorksOn() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            String name = database.address().database();
            DatabaseAddress earlier = as(database, "grants_earlier", name);
            database.administer("DROP ROLE IF EXISTS grants_earlier");
            grant(database, earlier);
            database.administer("ALTER ROLE grants_earlier PASSWORD '" + PASSWORD + "'");
            try (TestDatabase asEarlier = TestDatabase.as(earlier, database)) {
                asEarlier.migrations().migrate();
            }
            try (Connection connection = new Connections(earlier).open();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA theirs");
                statement.execute("CREATE TABLE theirs.notes (id serial, note text)");
                statement.execute("INSERT INTO theirs.notes (note) VALUES ('kept')");
            }
            assertThatThrownBy(() -> DatabaseCheck.verify(database.pool()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("GRANT USAGE ON SCHEMA exdate");

            grant(database, database.address());

            DatabaseCheck.verify(database.pool());
            // A later migration changes tables and replaces views and functions.
            database.execute("DELETE FROM exdate.flyway_schema_history WHERE version IS NULL");
            assertThat(database.migrations().migrate().applied()).containsExactly("R__readers.sql");
            database.execute("ALTER TABLE exdate.run ADD COLUMN later int");
            database.execute("INSERT INTO raw_stocks (symbol, name, type) VALUES ('ZZTA', 'Zed', 'stock')");
            assertThat(database.value("SELECT note FROM theirs.notes")).isEqualTo("kept");
            assertThat(database.value("SELECT last_value FROM theirs.notes_id_seq"))
                    .isEqualTo("1");
            assertThatThrownBy(() -> database.execute("DELETE FROM theirs.notes"))
                    .hasMessageContaining("permission denied");
            assertThat(answer(earlier, "SELECT count(*) FROM raw_stocks")).isEqualTo("1");
            database.administer("DROP OWNED BY grants_earlier", "DROP ROLE grants_earlier");
        }
    }

    @Test
    void tablesThatExdateDidNotMakeKeepTheirOwner() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            database.administer("CREATE TABLE raw_stocks (symbol text)");
            grant(database, database.address());
            assertThat(database.value("SELECT tableowner FROM pg_tables WHERE tablename = 'raw_stocks'"))
                    .isEqualTo(database.administrator().user());
        }
    }

    @Test
    void aNameThatNoScriptCanHoldIsRefused() {
        assertThatThrownBy(() -> Grants.script(new DatabaseAddress("h", 1, "d", "a\nb", null, Map.of())))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageNotContaining("a\nb");
    }
}
