package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.PsqlScript;
import dev.exdate.database.TestDatabase;
import dev.exdate.database.schema.ReadingGrants;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import dev.exdate.testing.ExdateProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking takes no more than the rights that {@code exdate doctor --grants --read-only} prints. */
class ReadOnlyRoleIT {
    private static final String ROLE = "looks only";
    private static final String PASSWORD = "look1234";

    @TempDir
    Path folder;

    private String looking(TestDatabase database, int exitCode, String... command) throws Exception {
        DatabaseAddress address = database.address();
        ExdateProgram.Ended ended = new ExdateProgram(folder)
                .with("PGHOST", address.host())
                .with("PGPORT", Integer.toString(address.port()))
                .with("PGDATABASE", address.database())
                .with("PGUSER", ROLE)
                .with("PGPASSWORD", PASSWORD)
                .run(command);
        assertThat(ended.exitCode()).as(ended.all()).isEqualTo(exitCode);
        return exitCode == 0 ? ended.out() : ended.err();
    }

    @Test
    void aRoleThatMayOnlyReadSeesEverythingInAnySchema() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.administer("DROP ROLE IF EXISTS \"looks only\"");
            DatabaseAddress address = database.address();
            DatabaseAddress role = new DatabaseAddress(
                    address.host(), address.port(), address.database(), ROLE, new Secret(PASSWORD), Map.of());
            database.administer("CREATE ROLE \"looks only\" LOGIN PASSWORD '" + PASSWORD + "'");
            database.administer("GRANT CONNECT ON DATABASE " + address.database() + " TO \"looks only\"");
            try {
                assertThat(looking(database, 2, "status"))
                        .hasLineCount(1)
                        .contains("permission denied", "`exdate doctor --grants --read-only`");

                String script = looking(database, 0, "doctor", "--grants", "--read-only");
                assertThat(script).isEqualTo(ReadingGrants.script(role));
                new PsqlScript(database.administrator().withDatabase(address.database())).run(script);
                database.execute(
                        "INSERT INTO exdate.run (id, market_day, started_at, heartbeat_at, status, version, host, pid)"
                                + " VALUES ('0a1b2c3d-0000-4000-8000-000000000000', '2026-11-20', now() - interval '1 day',"
                                + " now() - interval '1 day', 'running', '0.1.0', 'here', 1)");
                assertThat(looking(database, 0, "status"))
                        .startsWith("Database: " + address.database() + " on " + address.hostAndPort()
                                + " (user looks only), PostgreSQL ")
                        .contains("the run of 2026-11-20 died", " for 2026-11-20 on here: dead (no heartbeat since ");
                assertThat(looking(database, 0, "history")).contains("0a1b2c3d", "dead");
                assertThat(looking(database, 0, "report"))
                        .startsWith("Database: ")
                        .contains("2026-11-20");
                assertThat(looking(database, 0, "findings"))
                        .startsWith("Database: ")
                        .contains("No findings");
                assertThat(looking(database, 0, "backup", "--list")).isNotBlank();
                for (String options : List.of("", "?options=-c%20default_transaction_read_only%3Don")) {
                    ExdateProgram.Ended owner = new ExdateProgram(folder)
                            .with("DATABASE_URL", database.url() + options)
                            .run("status");
                    assertThat(owner.out()).as(owner.all()).contains("on here: dead (no heartbeat since ");
                }
                assertThat(database.value("SELECT status FROM exdate.run")).isEqualTo("running");
                assertThat(database.value("SELECT count(*) FROM exdate.failed_unit"))
                        .isEqualTo("0");

                database.execute("DELETE FROM exdate.flyway_schema_history WHERE version = '10'");
                assertThat(looking(database, 0, "status")).contains("Schema is out of date", "2026-11-20");
            } finally {
                database.administer("DROP OWNED BY \"looks only\"", "DROP ROLE \"looks only\"");
            }
        }
    }
}
