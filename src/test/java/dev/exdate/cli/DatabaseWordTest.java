package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.settings.StartSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before the framework starts, and so before anything is made. */
class DatabaseWordTest {
    @TempDir
    Path folder;

    private String said = "";

    @AfterEach
    void forget() {
        System.clearProperty(StartSettings.SOURCES);
    }

    private OptionalInt start(List<String> settings, String... arguments) throws Exception {
        Path file = folder.resolve("settings.properties");
        Files.write(file, settings);
        System.setProperty(StartSettings.SOURCES, file.toString());
        PrintStream err = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        try (PrintStream catching = new PrintStream(caught, true, StandardCharsets.UTF_8)) {
            System.setErr(catching);
            return Start.of(arguments).answered();
        } finally {
            System.setErr(err);
            said = caught.toString(StandardCharsets.UTF_8);
        }
    }

    /** Whatever the tester's own environment names. */
    private List<String> nothingNamed(String... more) {
        List<String> unset =
                List.of("DATABASE_URL=", "PGHOST=", "PGPORT=", "PGUSER=", "PGPASSWORD=", "PGDATABASE=", "PGSSLMODE=");
        List<String> settings = new java.util.ArrayList<>(unset);
        settings.add("EXDATE_DATA_DIR=" + folder.resolve("data"));
        settings.addAll(List.of(more));
        return settings;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run --resume",
                "scrape cboe",
                "discover",
                "classify-etfs",
                "update",
                "companies",
                "holdings",
                "future-dividends",
                "backup",
                "restore latest",
                "migrate",
                "adopt",
                "schedule",
                "status",
                "history",
                "report",
                "findings",
                "conflicts",
                "show ZZTA",
                "archive list",
                "replay",
                "parse --response 1"
            })
    void withoutAnyDatabaseACommandIsRefusedAndMakesNothing(String command) throws Exception {
        assertThat(start(nothingNamed(), command.split(" "))).as(said).hasValue(2);
        assertThat(said)
                .hasLineCount(1)
                .contains("DATABASE_URL", folder.resolve("data").toString(), "`exdate run --private`");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "run --dry-run", "run --dry-run --private"})
    void aCheckGoesOnWithoutADatabaseAndMakesNone(String command) throws Exception {
        assertThat(start(nothingNamed(), command.split(" "))).as(said).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "history", "report", "findings", "conflicts", "backup"})
    void theWordMakesNothingForWhoOnlyLooks(String command) throws Exception {
        assertThat(start(nothingNamed("EXDATE_DATABASE=private"), command))
                .as(said)
                .hasValue(2);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aPrivateAndANamedDatabaseExcludeEachOther() throws Exception {
        String named = "DATABASE_URL=postgresql://me:hunter22@db.example/stocks";
        assertThat(start(List.of(named), "migrate", "--private")).hasValue(2);
        assertThat(said)
                .hasLineCount(1)
                .contains("--private", "me@db.example:5432/stocks")
                .doesNotContain("hunter22");
        assertThat(start(List.of(named, "EXDATE_DATABASE=private"), "status")).hasValue(2);
        assertThat(said).hasLineCount(1).contains("EXDATE_DATABASE=private").doesNotContain("hunter22");
    }

    @Test
    void theSettingHasOneWord() throws Exception {
        assertThat(start(nothingNamed("EXDATE_DATABASE=public"), "status")).hasValue(2);
        assertThat(said).hasLineCount(1).contains("EXDATE_DATABASE is \"public\"; it must be private");
    }
}
