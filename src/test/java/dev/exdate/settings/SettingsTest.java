package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Settings settings(Map<String, String> environment) {
        return Settings.of(environment, folder, Optional.empty());
    }

    @Test
    void theEnvironmentComesBeforeDotEnvAndThatBeforeTheFileAndThatBeforeDefaults() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/application.properties"),
                "EXDATE_DATA_DIR=c\nEXDATE_BACKUP_DIR=c\nEXDATE_LOG_DIR=c\n");
        Files.writeString(folder.resolve(".env"), "# keys\nexport EXDATE_DATA_DIR='b b'\nEXDATE_BACKUP_DIR=b\n");
        Settings settings = settings(Map.of("EXDATE_DATA_DIR", "a"));
        assertThat(settings.dataFolder()).isEqualTo(folder.resolve("a"));
        assertThat(settings.backupFolder()).isEqualTo(folder.resolve("b"));
        assertThat(settings.logFolder()).contains(folder.resolve("c"));
        assertThat(settings.backupKeepDays()).isEqualTo(14);
    }

    @Test
    void anEmptyLogFolderMeansStandardOutput() {
        assertThat(settings(Map.of("EXDATE_LOG_DIR", "")).logFolder()).isEmpty();
        assertThat(settings(Map.of()).logFolder()).contains(folder.resolve("logs"));
    }

    @Test
    void databaseUrlsAreReadInBothForms() {
        DatabaseAddress plain = settings(
                        Map.of("DATABASE_URL", "postgresql://me:p%40ss%3Aw@db.example:6432/stocks?sslmode=require"))
                .database()
                .orElseThrow();
        assertThat(plain.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/stocks");
        assertThat(plain.secret().orElseThrow().reveal()).isEqualTo("p@ss:w");
        assertThat(plain.parameters()).containsEntry("sslmode", "require");
        DatabaseAddress jdbc = settings(
                        Map.of("DATABASE_URL", "jdbc:postgresql://db.example/stocks?user=me&password=pw"))
                .database()
                .orElseThrow();
        assertThat(jdbc.port()).isEqualTo(5432);
        assertThat(jdbc.user()).isEqualTo("me");
        assertThat(jdbc.parameters()).isEmpty();
    }

    @Test
    void aBadDatabaseUrlIsNamedWithoutItsText() {
        for (String url :
                new String[] {"mysql://me:hunter22@h/d", "postgresql://me:hunter22@h", "postgresql://me:h#u%nter22@h/d"
                }) {
            assertThatThrownBy(() -> settings(Map.of("DATABASE_URL", url)).database())
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("DATABASE_URL")
                    .hasMessageNotContaining("nter22");
        }
    }

    @Test
    void libpqsVariablesAreTakenWithoutAUrl() {
        Map<String, String> pg =
                Map.of("PGHOST", "h", "PGUSER", "u", "PGPASSWORD", "p", "PGDATABASE", "d", "PGSSLMODE", "require");
        assertThat(settings(pg).database().orElseThrow().shown()).isEqualTo("u@h:5432/d");
        assertThat(settings(Map.of()).database()).isEmpty();
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        assertThat(settings(Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", "http://127.0.0.1:8080/"))
                        .source(SourceId.YAHOO)
                        .baseUrl())
                .hasToString("http://127.0.0.1:8080");
        assertThatThrownBy(() -> settings(Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", "http://yahoo.example"))
                        .source(SourceId.YAHOO))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("EXDATE_SOURCE_YAHOO_BASE_URL");
    }

    @Test
    void aWrongNumberOrTimeIsNamedWithWhatItMustBe() {
        assertThatThrownBy(() -> settings(Map.of("EXDATE_SOURCE_CBOE_CONCURRENCY", "many"))
                        .source(SourceId.CBOE))
                .hasMessage("EXDATE_SOURCE_CBOE_CONCURRENCY is \"many\"; it must be a whole number from 1 to 1000");
        assertThatThrownBy(() ->
                        settings(Map.of("EXDATE_TASK_UPDATE_TIMEOUT", "0")).taskLimit("UPDATE"))
                .isInstanceOf(BadSetting.class);
        assertThat(settings(Map.of("EXDATE_TASK_UPDATE_TIMEOUT", "90m")).taskLimit("UPDATE"))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aSourcesFileComesFirstAndAMissingOneIsSaid() throws Exception {
        Files.writeString(folder.resolve("s.properties"), "EXDATE_SOURCE_FMP_ENABLED=false\n");
        Settings settings =
                Settings.of(Map.of("EXDATE_SOURCE_FMP_ENABLED", "true"), folder, Optional.of(Path.of("s.properties")));
        assertThat(settings.source(SourceId.FMP).enabled()).isFalse();
        assertThatThrownBy(() -> Settings.of(Map.of(), folder, Optional.of(Path.of("none.properties"))))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void secretsAreTakenOutOfTexts() {
        Settings settings = settings(Map.of("FMP_API_KEY", "abcdef", "DATABASE_URL", "postgresql://u:passw0rd@h/d"));
        assertThat(settings.redaction().apply("key abcdef, password passw0rd")).isEqualTo("key •••, password •••");
    }
}
