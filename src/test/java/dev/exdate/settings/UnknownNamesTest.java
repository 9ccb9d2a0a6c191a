package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.format.EditDistance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are set and that nothing reads. */
class UnknownNamesTest {
    @TempDir
    Path folder;

    private void read(Map<String, String> environment) {
        Settings.of(environment, folder, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "EXDATE_BACKUP_ENCRYPTTO, EXDATE_BACKUP_ENCRYPT_TO",
        "EXDATE_ATTEMPS, EXDATE_ATTEMPTS",
        "EXDATE_RUN_TIME_OUT, EXDATE_RUN_TIMEOUT",
        "EXDATE_TASK_UPDATES_TIMEOUT, EXDATE_TASK_UPDATE_TIMEOUT",
        "EXDATE_SOURCE_YAHO_TIMEOUT, EXDATE_SOURCE_YAHOO_TIMEOUT",
        "EXDATE_DATABASE_URL, DATABASE_URL",
        "EXDATE_FMP_API_KEY, FMP_API_KEY",
        "EXDATE_PORT_A, EXDATE_"
    })
    void whatBeginsLikeASettingMustBeOne(String name, String nearest) {
        for (String value : new String[] {"1", ""}) {
            assertThatThrownBy(() -> read(Map.of(name, value)))
                    .isInstanceOf(InvalidSetting.class)
                    .message()
                    .startsWith(name + " in the environment is not a setting; the nearest one is " + nearest)
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATABSE_URL, DATABASE_URL",
        "DATABASE_URI, DATABASE_URL",
        "DATABASEURL, DATABASE_URL",
        "FMP_APIKEY, FMP_API_KEY",
        "FMP_API_KYE, FMP_API_KEY",
        "FPM_API_KEY, FMP_API_KEY",
        "FM_API_KEY, FMP_API_KEY",
        "ALPHAVANTAGE_API_KEY, ALPHA_VANTAGE_API_KEY",
        "ALPHA_VANTAGE_APIKEY, ALPHA_VANTAGE_API_KEY",
        "PGHOTS, PGHOST",
        "PGPOTR, PGPORT",
        "PGUSR, PGUSER",
        "GPUSER, PGUSER",
        "PG_HOST, PGHOST",
        "PGPASSWD, PGPASSWORD",
        "PGDATABSE, PGDATABASE",
        "PGSSL_MODE, PGSSLMODE",
        "PGCONNECTTIMEOUT, PGCONNECT_TIMEOUT",
        "EXDAT_RUN_TIMEOUT, EXDATE_RUN_TIMEOUT",
        "FORCERUN, FORCE_RUN"
    })
    void aNearMissIsNamedWithWhatWasMeant(String name, String meant) {
        assertThatThrownBy(() -> read(Map.of(name, "x")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(name + " in the environment is not a setting; did you mean " + meant + "?");
        read(Map.of(name, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH HOME LANG PWD OLDPWD SHLVL TERM USER LOGNAME SHELL HOSTNAME TZ TMPDIR JAVA_HOME MAVEN_OPTS",
                "PGHOSTADDR PGSERVICE PGSSLCRL PGSSLSNI PGAPPNAME PGTZ PGDATA PGHOME PGROOT PGBIN PGTEST PGREQUIRESSL",
                "PGMAXPROTOCOLVERSION PGSSLCERTMODE PGADMIN_DEFAULT_EMAIL PGRST_DB_URI PGBOUNCER_PORT PGPASS",
                "DATABASE_HOST DATABASE_USER DATABASE_NAME DATABASE_PORT DATABASE_PASSWORD DATABASE PASSWORD OPTIONS HOST",
                "GCP_API_KEY APP_API_KEY CMC_API_KEY SMS_API_KEY IBM_API_KEY OPENAI_API_KEY API_KEY",
                "FORCE_COLOR DRY_RUN QUARKUS_LOG_LEVEL KUBERNETES_SERVICE_HOST",
                "ALL_PROXY all_proxy FTP_PROXY GOPROXY INVOCATION_ID JOURNAL_STREAM",
                "EXDATE_SERVICE_HOST EXDATE_SERVICE_PORT_HTTP EXDATE_PORT EXDATE_DB_PORT_5432_TCP_ADDR",
                "EXDATE_DEBUG EXDATE_JAVA_OPTIONS EXDATE_PROGRAM EXDATE_SEED EXDATE_SAMPLES EXDATE_IMAGE_BUILDER"
            })
    void namesOfOtherProgramsAreLeftAlone(String names) {
        Map<String, String> environment = new HashMap<>();
        for (String name : names.split(" ")) {
            environment.put(name, "x");
        }
        read(environment);
    }

    @Test
    void aNameCloseToASettingThatIsSetBelongsToAnotherProgram() throws Exception {
        read(Map.of("DATABASE_URL", "postgresql://me@h/d", "DATABASE_URI", "x"));
        read(Map.of("DATABASE_URL", "postgresql://me@h/d", "PG_HOST", "x", "PGPASSWD", "x"));
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=postgresql://me@h/d\n");
        assertThatThrownBy(() -> read(Map.of("DATABSE_URL", "postgresql://me@h/d")))
                .hasMessageContaining("did you mean DATABASE_URL?");
    }

    @Test
    void eachIsNamedWithItsPlaceOnOneLine() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve(".env"), "FMP_APIKEY=planted77\nEXDATE_DEBUG=1\n");
        Files.writeString(folder.resolve("config/application.properties"), "exdate.nope=1\nquarkus.log.level=INFO\n");
        Files.writeString(folder.resolve("s.properties"), "EXDATE_ATTEMPS=1\n");
        Map<String, String> environment = Map.of("EXDATE_NOPE", "1", "PATH", "/bin");
        assertThatThrownBy(() -> Settings.of(environment, folder, Optional.of(Path.of("s.properties"))))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .contains(
                        "EXDATE_ATTEMPS in s.properties is",
                        "EXDATE_NOPE in the environment is",
                        "FMP_APIKEY in .env is not a setting; did you mean FMP_API_KEY?",
                        "EXDATE_DEBUG in .env has no effect",
                        "EXDATE_NOPE in config/application.properties is")
                .doesNotContain("planted77")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, abcd, 1",
        "abc, axc, 1",
        "abc, '', 3",
        "ca, abc, 3"
    })
    void anEditChangesAddsRemovesOrSwaps(String one, String other, int edits) {
        assertThat(EditDistance.between(one, other)).isEqualTo(edits);
        assertThat(EditDistance.between(other, one)).isEqualTo(edits);
    }
}
