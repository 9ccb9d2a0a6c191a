package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that files hold. */
class SecretFilesTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private Settings settings() {
        return Settings.of(environment, folder, Optional.empty());
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static SettingValue shown(Settings settings, String name) {
        return settings.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void refused(String... words) {
        assertThatThrownBy(this::settings)
                .isInstanceOf(InvalidSetting.class)
                .message()
                .contains(words)
                .doesNotContain("planted77")
                .hasLineCount(1);
    }

    @Test
    void eachSecretMayBeAFile() throws Exception {
        environment.put(
                "DATABASE_URL_FILE", file("url", "postgresql://me@h/d\n").toString());
        environment.put("PGPASSWORD_FILE", "password");
        file("password", "planted77\r\n");
        file("fmp", " planted78\n");
        file(".env", "FMP_API_KEY_FILE=fmp\n");
        file("key", "planted79");
        Files.createDirectories(folder.resolve("config"));
        file("config/application.properties", "ALPHA_VANTAGE_API_KEY_FILE=key\n");
        Settings settings = settings();
        assertThat(settings.database().orElseThrow().secret().orElseThrow().reveal())
                .isEqualTo("planted77");
        assertThat(settings.key(FmpSource.ID).orElseThrow().reveal()).isEqualTo("planted78");
        assertThat(settings.key(AlphaVantageSource.ID).orElseThrow().reveal()).isEqualTo("planted79");
        assertThat(shown(settings, "FMP_API_KEY"))
                .isEqualTo(new SettingValue("FMP_API_KEY", Optional.of("***"), "fmp (FMP_API_KEY_FILE)"));
        assertThat(shown(settings, "FMP_API_KEY_FILE"))
                .isEqualTo(new SettingValue("FMP_API_KEY_FILE", Optional.of("fmp"), ".env"));
        assertThat(settings.all().toString()).doesNotContain("planted7");
        assertThat(settings.redaction().apply("planted77 planted78 planted79")).isEqualTo("••• ••• •••");
    }

    @ParameterizedTest
    @CsvSource({"environment, environment", "environment, .env", ".env, environment"})
    void aSecretAndItsFileTogetherAreRefused(String secret, String named) throws Exception {
        file("fmp", "planted77");
        StringBuilder written = new StringBuilder();
        Map.of("FMP_API_KEY", secret, "FMP_API_KEY_FILE", named).forEach((name, place) -> {
            String value = name.endsWith("FILE") ? "fmp" : "planted77";
            if (place.equals("environment")) {
                environment.put(name, value);
            } else {
                written.append(name).append('=').append(value).append('\n');
            }
        });
        file(".env", written.toString());
        refused("FMP_API_KEY in ", " and FMP_API_KEY_FILE in ", "are both set; set only one");
    }

    @Test
    void anEmptyNameTakesTheFileBackToo() throws Exception {
        file("fmp", "planted77");
        file(".env", "FMP_API_KEY_FILE=fmp\n");
        environment.put("FMP_API_KEY", "");
        assertThat(settings().key(FmpSource.ID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none, no such file", "empty, must have one line", "two, must have one line", "., can't be read"})
    void aFileThatHoldsNoSecretIsNamed(String name, String words) throws Exception {
        file("empty", "\n");
        file("two", "planted77\nplanted77\n");
        environment.put("DATABASE_URL_FILE", name);
        refused("DATABASE_URL_FILE: " + folder.resolve(name), words);
    }

    @Test
    void credentialsOfSystemdAreSettings() throws Exception {
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        environment.put("CREDENTIALS_DIRECTORY", credentials.toString());
        file("credentials/DATABASE_URL", "postgresql://me:planted77@h/d\n");
        file("credentials/fmp-api-key", "planted78\n");
        file("credentials/another.program", "x\ny\n");
        file(".env", "DATABASE_URL=postgresql://me@later/d\n");
        Settings settings = settings();
        assertThat(settings.database().orElseThrow().host()).isEqualTo("h");
        assertThat(settings.key(FmpSource.ID).orElseThrow().reveal()).isEqualTo("planted78");
        assertThat(shown(settings, "FMP_API_KEY").source()).isEqualTo("$CREDENTIALS_DIRECTORY");
        file("credentials/FMP_APIKEY", "planted77");
        file("credentials/fmp-api-key", "");
        Files.delete(credentials.resolve("fmp-api-key"));
        refused("FMP_APIKEY in $CREDENTIALS_DIRECTORY is not a setting; did you mean FMP_API_KEY?");
    }

    @ParameterizedTest
    @CsvSource({
        "h:5432:d:me:planted77, planted77",
        "*:*:*:*:planted77, planted77",
        "other:5432:d:me:wrong|h:*:d:*:planted77, planted77",
        "#h:5432:d:me:wrong|h:5432:d:me:first|*:*:*:*:second, first",
        "h:5432:d:me:a:b, a:b",
        "h:5432:d:me:a\\:b\\\\c, a:b\\c",
        "h:5433:d:me:wrong, ''",
        "h:5432:d:you:wrong, ''",
        "h:5432:d:me, ''"
    })
    void libpqsFileOfPasswordsIsReadAsLibpqReadsIt(String lines, String password) throws Exception {
        Path file = file("pgpass", lines.replace('|', '\n') + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        environment.put("PGPASSFILE", "pgpass");
        environment.put("DATABASE_URL", "postgresql://me@h/d");
        assertThat(settings()
                        .database()
                        .orElseThrow()
                        .secret()
                        .map(Secret::reveal)
                        .orElse(""))
                .isEqualTo(password);
        environment.put("PGPASSWORD", "before");
        assertThat(settings().database().orElseThrow().secret().orElseThrow().reveal())
                .isEqualTo("before");
    }

    @Test
    void aFileOfPasswordsThatIsOpenOrMissingIsNamed() throws Exception {
        environment.put("DATABASE_URL", "postgresql://me@h/d");
        environment.put("PGPASSFILE", "pgpass");
        refused("PGPASSFILE: ", "no such file");
        Path file = file("pgpass", "h:5432:d:me:planted77\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        refused("is open to others; run: chmod 600 " + file);
    }
}
