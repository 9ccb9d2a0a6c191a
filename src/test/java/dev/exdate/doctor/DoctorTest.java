package dev.exdate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.run.TestDoor;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder;

    /** With every source switched off, so that none is asked. */
    private List<Diagnosis> examine(TestDatabase database, Map<String, String> set) throws Exception {
        Map<String, String> settings = new HashMap<>(set);
        for (SourceId source : Sources.ids()) {
            settings.put("EXDATE_SOURCE_" + source.name() + "_ENABLED", "false");
        }
        settings.put("DATABASE_URL", database.url());
        Settings all = Settings.of(settings, folder, Optional.empty());
        return new Doctor(TestDoor.to(database, all), all, Clock.systemUTC()).examine(said -> {});
    }

    @Test
    void theDataFolderMayBeReadOnlyWithADatabaseUrl() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (TestDatabase database = TestDatabase.fresh()) {
            List<Diagnosis> found = examine(
                    database, Map.of("EXDATE_DATA_DIR", file.resolve("data").toString()));
            assertThat(found).extracting(Diagnosis::thing).doesNotContain("data");
            assertThat(found).extracting(Diagnosis::state).doesNotContain(Diagnosis.State.BROKEN);
        }
    }

    @Test
    void aBrowserThatCantBeRunIsLess() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(examine(database, Map.of("EXDATE_BROWSER", "/no/chromium")))
                    .filteredOn(found -> found.thing().equals("browser"))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.state()).isEqualTo(Diagnosis.State.LESS);
                        assertThat(found.line()).contains("EXDATE_BROWSER", "the nyse task fails");
                    });
        }
    }

    @Test
    void aBackupFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(examine(
                            database,
                            Map.of("EXDATE_BACKUP_DIR", file.resolve("b").toString())))
                    .filteredOn(found -> found.state() == Diagnosis.State.BROKEN)
                    .singleElement()
                    .satisfies(found -> assertThat(found.line()).contains("backups", "is not writable"));
        }
    }
}
