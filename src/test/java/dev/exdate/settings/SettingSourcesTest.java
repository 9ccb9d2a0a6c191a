package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.yahoo.YahooSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a setting is taken from. */
class SettingSourcesTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Optional<Path> sourcesFile = Optional.empty();

    @BeforeEach
    void makeTheFolder() throws Exception {
        Files.createDirectories(folder.resolve("config"));
    }

    /** The value of EXDATE_ATTEMPTS is set in all of the sources, each with its own. */
    @ParameterizedTest
    @CsvSource({
        "environment|.env|config/application.properties|s.properties, 4, s.properties",
        "environment|.env|config/application.properties, 1, environment",
        ".env|config/application.properties, 2, .env",
        "config/application.properties, 3, config/application.properties",
        "'', 5, default",
        "environment|s.properties, 4, s.properties",
        ".env|s.properties, 4, s.properties",
        "environment|config/application.properties, 1, environment"
    })
    void theFirstSourceThatHasASettingWins(String sources, int attempts, String source) throws Exception {
        List<String> values = List.of("environment", ".env", "config/application.properties", "s.properties");
        for (String one : sources.isEmpty() ? new String[0] : sources.split("\\|")) {
            set(one, "EXDATE_ATTEMPTS", Integer.toString(values.indexOf(one) + 1));
        }
        Settings settings = settings();
        assertThat(settings.attempts()).isEqualTo(attempts);
        assertThat(value(settings, "EXDATE_ATTEMPTS"))
                .isEqualTo(new SettingValue("EXDATE_ATTEMPTS", Optional.of("" + attempts), source));
    }

    @ParameterizedTest
    @CsvSource({
        "environment, EXDATE_TASK_FUTURE_DIVIDENDS_TIMEOUT, EXDATE_SOURCE_YAHOO_DAILY_BUDGET",
        ".env, EXDATE_TASK_FUTURE_DIVIDENDS_TIMEOUT, EXDATE_SOURCE_YAHOO_DAILY_BUDGET",
        "config/application.properties, EXDATE_TASK_FUTURE_DIVIDENDS_TIMEOUT, EXDATE_SOURCE_YAHOO_DAILY_BUDGET",
        "config/application.properties, exdate.task.future-dividends.timeout, exdate.source.yahoo.daily-budget",
        "s.properties, EXDATE_TASK_FUTURE_DIVIDENDS_TIMEOUT, EXDATE_SOURCE_YAHOO_DAILY_BUDGET",
        "s.properties, exdate.task.future-dividends.timeout, exdate.source.yahoo.daily-budget"
    })
    void aSettingOfATaskOrSourceHasItsNamesEverywhere(String source, String task, String budget) throws Exception {
        set(source, task, "7m");
        set(source, budget, "70");
        Settings settings = settings();
        assertThat(settings.taskLimit("FUTURE_DIVIDENDS")).isEqualTo(Duration.ofMinutes(7));
        assertThat(settings.source(YahooSource.ID).dailyBudget()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({"environment, .env", "environment, config/application.properties", ".env, config/application.properties"
    })
    void aBlankValueGivesBackTheDefault(String first, String second) throws Exception {
        set(first, "EXDATE_RUN_TIMEOUT", " ");
        set(second, "EXDATE_RUN_TIMEOUT", "1h");
        set(first, "FMP_API_KEY", "");
        set(second, "FMP_API_KEY", "abcdef");
        set(first, "EXDATE_SOURCE_NASDAQ_TIMEOUT", "");
        set(second, "EXDATE_SOURCE_NASDAQ_TIMEOUT", "1m");
        Settings settings = settings();
        assertThat(settings.runLimit()).isEqualTo(Duration.ofHours(8));
        assertThat(settings.key(FmpSource.ID)).isEmpty();
        assertThat(settings.source(NasdaqSource.ID).timeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aDollarSignIsNoExpression() throws Exception {
        set(".env", "FMP_API_KEY", "'a${b}$$c\\$d'");
        set("environment", "DATABASE_URL", "postgresql://me:p$${x}w@h/d?sslmode=require");
        Settings settings = settings();
        assertThat(settings.key(FmpSource.ID).orElseThrow().reveal()).isEqualTo("a${b}$$c\\$d");
        assertThat(settings.database().orElseThrow().secret().orElseThrow().reveal())
                .isEqualTo("p$${x}w");
    }

    @Test
    void valuesSetByHandComeBeforeAllOthers() throws Exception {
        set("environment", "EXDATE_BACKUP_KEEP_DAYS", "3");
        set("s.properties", "EXDATE_BACKUP_KEEP_DAYS", "4");
        Settings settings = settings().with(Map.of("EXDATE_BACKUP_KEEP_DAYS", "5"));
        assertThat(settings.backup().keep()).isEqualTo(new BackupSettings.KeepRule(5, 0, 0));
    }

    private void set(String source, String name, String value) throws Exception {
        if (source.equals("environment")) {
            environment.put(name, value);
            return;
        }
        Path file = folder.resolve(source);
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + name + "=" + value + "\n");
        if (source.equals("s.properties")) {
            sourcesFile = Optional.of(Path.of(source));
        }
    }

    private static SettingValue value(Settings settings, String name) {
        return settings.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Settings settings() {
        return Settings.of(environment, folder, sourcesFile);
    }
}
