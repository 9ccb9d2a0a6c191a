package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.schema.Migrations;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import dev.exdate.testing.QuarkusDatabase;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

/** What the container puts together. */
@QuarkusTest
@WithTestResource(QuarkusDatabase.class)
class ContainerTest {
    @Inject
    DatabaseDoor door;

    @Inject
    Tasks tasks;

    @Inject
    Instance<Task> made;

    @Inject
    AgroalDataSource pool;

    @Inject
    Flyway flyway;

    @Test
    void everyNameOfATaskHasOneBean() {
        assertThat(made.stream().map(Task::name)).containsExactlyInAnyOrderElementsOf(RunTasks.ALL);
        assertThat(tasks.ofARun(line -> {}).keySet()).containsExactlyElementsOf(RunTasks.ALL);
    }

    @Test
    void everyRunHasTasksOfItsOwn() {
        assertThat(tasks.ofARun(line -> {}).get(TaskName.UPDATE))
                .isNotSameAs(tasks.ofARun(line -> {}).get(TaskName.UPDATE));
    }

    @Test
    void thePoolIsSmallPatientAndChecksWhatItLends() {
        AgroalConnectionPoolConfiguration kept = pool.getConfiguration().connectionPoolConfiguration();
        assertThat(kept.maxSize()).isEqualTo(12);
        assertThat(kept.minSize()).isZero();
        assertThat(kept.acquisitionTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(kept.validateOnBorrow()).isTrue();
        assertThat(kept.connectionFactoryConfiguration().jdbcProperties())
                .containsEntry("connectTimeout", "10")
                .containsEntry("loginTimeout", "20")
                .containsEntry("tcpKeepAlive", "true");
    }

    @Test
    void sessionsAreNamedAndSetUp() throws SQLException {
        assertThat(value("SHOW application_name")).startsWith("exdate ");
        assertThat(value("SHOW client_connection_check_interval")).isEqualTo("1s");
        assertThat(value("SHOW statement_timeout")).isEqualTo("0");
    }

    @Test
    void flywayMakesTheTablesThatAreAskedFor() throws Exception {
        Session session = door.open();
        session.migrate();
        assertThat(session.upToDate()).isTrue();
        assertThat(session.migrate().applied()).isEmpty();
        assertThat(value("SELECT to_regclass('exdate.flyway_schema_history') IS NOT NULL"))
                .isEqualTo("t");
    }

    /** Who only looks asks by the names of the scripts in the program, since Flyway takes its time to start. */
    @Test
    void flywayHasNoScriptBesideThoseInTheProgram() throws Exception {
        door.open().migrate();
        assertThat(Arrays.stream(flyway.info().all())
                        .map(MigrationInfo::getScript)
                        .filter(script -> script.endsWith(".sql"))
                        .map(script -> script.substring(script.lastIndexOf('/') + 1)))
                .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
