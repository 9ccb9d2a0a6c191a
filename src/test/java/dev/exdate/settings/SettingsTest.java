package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.yahoo.YahooSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    private Settings settings(Map<String, String> environment) {
        return Settings.of(environment, folder, Optional.empty());
    }

    @Test
    void environmentThenDotEnvThenFileThenDefaults() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/application.properties"),
                "EXDATE_DATA_DIR=c\nEXDATE_BACKUP_DIR=c\nEXDATE_LOG_DIR=c\n");
        Files.writeString(folder.resolve(".env"), "# keys\nexport EXDATE_DATA_DIR='b b'\nEXDATE_BACKUP_DIR=b\n");
        Settings settings = settings(Map.of("EXDATE_DATA_DIR", "a"));
        assertThat(settings.dataFolder()).isEqualTo(folder.resolve("a"));
        assertThat(settings.backupFolder()).isEqualTo(folder.resolve("b"));
        assertThat(settings.logFolder()).contains(folder.resolve("c"));
        assertThat(settings.backup().keep().days()).isEqualTo(14);
    }

    @Test
    void dotEnvIsReadAsShellsReadIt() throws Exception {
        Files.writeString(folder.resolve(".env"), """
                \uFEFF# a comment
                EXDATE_DATA_DIR=my data  # with blanks
                export\tEXDATE_LOG_DIR="a # b \\"c\\"" # comment
                 EXDATE_BACKUP_DIR = 'single # "quoted"'
                FMP_API_KEY=abc#def\r
                ALPHA_VANTAGE_API_KEY=
                no assignment
                """);
        Settings settings = settings(Map.of());
        assertThat(settings.dataFolder()).isEqualTo(folder.resolve("my data"));
        assertThat(settings.logFolder()).contains(folder.resolve("a # b \"c\""));
        assertThat(settings.backupFolder()).isEqualTo(folder.resolve("single # \"quoted\""));
        assertThat(settings.key(FmpSource.ID).orElseThrow().reveal()).isEqualTo("abc#def");
        assertThat(settings.key(AlphaVantageSource.ID)).isEmpty();
    }

    @Test
    void whatTheEnvironmentSetsToNothingIsNotSet() throws Exception {
        Files.writeString(folder.resolve(".env"), "FMP_API_KEY=abcdef\nDATABASE_URL=postgresql://u:p@h/d\n");
        assertThat(settings(Map.of("FMP_API_KEY", "")).key(FmpSource.ID)).isEmpty();
        assertThat(settings(Map.of("DATABASE_URL", " ")).database()).isEmpty();
        assertThat(settings(Map.of()).database()).isPresent();
    }

    @Test
    void propertiesMayHaveQuarkusNames() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/application.properties"),
                "exdate.source.yahoo.requests-per-second=7\nEXDATE_LOG_DIR=\n");
        assertThat(settings(Map.of()).source(YahooSource.ID).requestsPerSecond())
                .isEqualTo(7);
        assertThat(settings(Map.of()).logFolder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXDATE_SOURCE_YAHO_BASE_URL, https://h, the nearest one is EXDATE_SOURCE_YAHOO_BASE_URL",
        "EXDATE_SOURCE_YAHOO_BASEURL, https://h, in the environment is not a setting",
        "EXDATE_RUN_TIMEOUT, 8, '\"8\", which lacks a unit (ms, s, m or h); write 8h, for example'",
        "EXDATE_SOURCE_YAHOO_TIMEOUT, 30, lacks a unit",
        "EXDATE_TASK_UPDATE_TIMEOUT, 0, lacks a unit",
        "EXDATE_DATABASE_PATIENCE, 120, lacks a unit",
        "EXDATE_BACKUP_HOOK_TIMEOUT, 900, lacks a unit",
        "EXDATE_RUN_TIMEOUT, 0s, above zero",
        "PGCONNECT_TIMEOUT, soon, a whole number of seconds",
        "EXDATE_SOURCE_YAHOO_BASE_URL, ftp://h, https:",
        "EXDATE_SOURCE_YAHOO_BASE_URL, https://h?x=1, without query",
        "EXDATE_SOURCE_YAHOO_TIMEOUT, 999999999h, 720h",
        "EXDATE_SOURCE_YAHOO_TIMEOUT, -5s, a time such as",
        "EXDATE_SOURCE_YAHOO_TIMEOUT, 1.5s, a time such as",
        "EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND, 0, a number from 0.001",
        "EXDATE_SOURCE_YAHOO_REQUESTS_PER_SECOND, '1,5', a number from 0.001",
        "EXDATE_SOURCE_YAHOO_CONCURRENCY, 0, a whole number from 1",
        "EXDATE_SOURCE_YAHOO_DAILY_BUDGET, -1, a whole number from 0",
        "EXDATE_SOURCE_YAHOO_ENABLED, maybe, true or false",
        "EXDATE_UPDATE_FAILURE_SHARE, 20%, a number from 0 to 1",
        "EXDATE_BACKUP_KEEP_DAYS, many, a whole number",
        "FORCE_RUN, ja, true or false"
    })
    void whatCannotBeUsedIsSaidBeforeAnythingIsBegun(String name, String value, String words) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .contains(name, words)
                .hasLineCount(1);
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
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("DATABASE_URL")
                    .hasMessageNotContaining("nter22");
        }
    }

    private DatabaseAddress address(String url) {
        return settings(Map.of("DATABASE_URL", url)).database().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://me:pw@[::1]:6432/d, me@[::1]:6432/d, jdbc:postgresql://[::1]:6432/d",
        "postgresql://me:pw@my_db/d, me@my_db:5432/d, jdbc:postgresql://my_db:5432/d",
        "postgres://me:p@ss:w@h/d, me@h:5432/d, jdbc:postgresql://h:5432/d",
        "postgresql://me:pw@h/a%20b%3F, me@h:5432/a b?, jdbc:postgresql://h:5432/a%20b%3F",
        "postgresql:///d?host=h&port=7&user=me&password=pw, me@h:7/d, jdbc:postgresql://h:7/d",
        "jdbc:postgresql://[fe80::1]/d?user=me&password=pw, me@[fe80::1]:5432/d, jdbc:postgresql://[fe80::1]:5432/d",
        "jdbc:postgresql:d?user=me&password=pw, me@localhost:5432/d, jdbc:postgresql://localhost:5432/d"
    })
    void addressesAreReadInAllTheirForms(String url, String shown, String jdbcUrl) {
        assertThat(address(url).shown()).isEqualTo(shown);
        assertThat(address(url).jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(address(url).secret().orElseThrow().reveal()).startsWith("p");
    }

    @Test
    void parametersByLibpqsNamesReachTheDriverByItsOwn() {
        assertThat(address("postgresql://me@h/d?connect_timeout=5&application_name=x%20y&sslmode=verify-full"
                                + "&options=-c%20statement_timeout%3D5min&target_session_attrs=read-write")
                        .parameters())
                .isEqualTo(Map.of(
                        "connectTimeout", "5",
                        "ApplicationName", "x y",
                        "sslmode", "verify-full",
                        "options", "-c statement_timeout=5min",
                        "targetServerType", "primary"));
    }

    @Test
    void whatAnAddressLeavesOutComesFromLibpqsVariables() {
        DatabaseAddress address = settings(Map.of(
                        "DATABASE_URL", "postgresql://h/d", "PGUSER", "me", "PGPASSWORD", "pw", "PGHOST", "other"))
                .database()
                .orElseThrow();
        assertThat(address.shown()).isEqualTo("me@h:5432/d");
        assertThat(address.secret().orElseThrow().reveal()).isEqualTo("pw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:nter22/x@h:5432/d",
                "postgresql://me:12/nter22@h:5432/d",
                "postgresql://me:nter22?x@h:5432/d",
                "postgresql://me:nter22#x@h:5432/d",
                "postgresql://me:nter22%ZZ@h/d",
                "postgresql://me:nter22@h:99999/d",
                "postgresql://me:nter22@h:port/d",
                "postgresql://me:nter22@a,b/d",
                "postgresql://me:nter22@h ost/d",
                "postgresql://me:nter22@h/",
                "postgresql://me:nter22@h/d?sslmode=bogus",
                "postgresql:///d?host=/run/postgresql&user=me&password=nter22",
                "\"postgresql://me:nter22@h/d\"",
                "nter22"
            })
    void anAddressThatCantBeUsedIsOneLineWithoutItsPassword(String url) {
        assertThatThrownBy(() -> address(url))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .contains("DATABASE_URL")
                .doesNotContain("nter22")
                .hasLineCount(1);
    }

    @Test
    void libpqsVariablesAreTakenWithoutAUrl() {
        Map<String, String> pg =
                Map.of("PGHOST", "h", "PGUSER", "u", "PGPASSWORD", "p", "PGDATABASE", "d", "PGSSLMODE", "require");
        assertThat(settings(pg).database().orElseThrow().shown()).isEqualTo("u@h:5432/d");
        assertThat(settings(Map.of("PGPORT", "6432", "PGUSER", "u"))
                        .database()
                        .orElseThrow()
                        .shown())
                .isEqualTo("u@localhost:6432/u");
        assertThat(settings(Map.of()).database()).isEmpty();
        for (Map<String, String> wrong :
                List.of(Map.of("PGHOST", "/run/postgresql"), Map.of("PGPORT", "0"), Map.of("PGSSLMODE", "maybe"))) {
            assertThatThrownBy(() -> settings(wrong))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining(wrong.keySet().iterator().next());
        }
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        assertThat(settings(Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", "http://127.0.0.1:8080/"))
                        .source(YahooSource.ID)
                        .baseUrl())
                .hasToString("http://127.0.0.1:8080");
        assertThatThrownBy(() -> settings(Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", "http://yahoo.example"))
                        .source(YahooSource.ID))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("EXDATE_SOURCE_YAHOO_BASE_URL");
        for (String almost :
                List.of("http://127.0.0.1.example", "http://localhost.example", "http://[::2]", "http://10.0.0.1")) {
            Map<String, String> set = Map.of("EXDATE_SOURCE_YAHOO_BASE_URL", almost);
            assertThatThrownBy(() -> settings(set).source(YahooSource.ID)).isInstanceOf(InvalidSetting.class);
        }
        assertThat(settings(Map.of(
                                "EXDATE_SOURCE_YAHOO_BASE_URL", "http://mirror.example", "EXDATE_ALLOW_HTTP", "true"))
                        .source(YahooSource.ID)
                        .baseUrl())
                .hasToString("http://mirror.example");
    }

    @Test
    void aWrongNumberOrTimeIsNamedWithWhatItMustBe() {
        assertThatThrownBy(() -> settings(Map.of("EXDATE_SOURCE_CBOE_CONCURRENCY", "many"))
                        .source(CboeSource.ID))
                .hasMessage("EXDATE_SOURCE_CBOE_CONCURRENCY is \"many\"; it must be a whole number from 1 to 1000");
        assertThatThrownBy(() ->
                        settings(Map.of("EXDATE_TASK_UPDATE_TIMEOUT", "0")).taskLimit("UPDATE"))
                .isInstanceOf(InvalidSetting.class);
        assertThat(settings(Map.of("EXDATE_TASK_UPDATE_TIMEOUT", "90m")).taskLimit("UPDATE"))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aSourcesFileComesFirstAndAMissingOneIsSaid() throws Exception {
        Files.writeString(folder.resolve("s.properties"), "EXDATE_SOURCE_FMP_ENABLED=false\n");
        Settings settings =
                Settings.of(Map.of("EXDATE_SOURCE_FMP_ENABLED", "true"), folder, Optional.of(Path.of("s.properties")));
        assertThat(settings.source(FmpSource.ID).enabled()).isFalse();
        assertThatThrownBy(() -> Settings.of(Map.of(), folder, Optional.of(Path.of("none.properties"))))
                .hasMessageContaining("no such file");
    }

    @Test
    void secretsAreTakenOutOfTexts() {
        Settings settings =
                settings(Map.of("FMP_API_KEY", "abc1def2e3", "DATABASE_URL", "postgresql://u:p%40ssw0rd@h/d"));
        assertThat(settings.redaction().apply("key abc1def2e3, password p@ssw0rd, p%40ssw0rd"))
                .isEqualTo("key •••, password •••, •••");
    }
}
