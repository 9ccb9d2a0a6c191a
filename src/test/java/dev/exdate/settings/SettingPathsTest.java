package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingPathsTest {
    @TempDir
    Path folder;

    private Settings settings(Map<String, String> environment) {
        return Settings.of(environment, folder, Optional.empty());
    }

    @Test
    void everythingThatIsNamedMustBeThere() throws Exception {
        Files.createFile(folder.resolve("file"));
        Files.createDirectory(folder.resolve("sub"));
        Map<String, String> wrong = SettingPaths.wrong(settings(Map.of(
                "EXDATE_BROWSER", "nowhere/chromium",
                "EXDATE_PG_DUMP", "sub",
                "EXDATE_BACKUP_HOOK", "file",
                "EXDATE_BACKUP_IDENTITY", "key",
                "EXDATE_LOG_DIR", "file",
                "EXDATE_BACKUP_DIR", "file/backups",
                "EXDATE_DATA_DIR", "file/data",
                "DATABASE_URL", "postgresql://me@h/d?sslmode=verify-full&sslrootcert=/none.pem")));
        assertThat(wrong)
                .containsOnlyKeys(
                        "EXDATE_BROWSER",
                        "EXDATE_PG_DUMP",
                        "EXDATE_BACKUP_HOOK",
                        "EXDATE_BACKUP_IDENTITY",
                        "EXDATE_LOG_DIR",
                        "EXDATE_BACKUP_DIR",
                        "sslrootcert");
        assertThat(wrong)
                .containsEntry(
                        "EXDATE_BROWSER",
                        "is \"" + folder.resolve("nowhere/chromium")
                                + "\", which does not exist; set it to an executable program")
                .containsEntry(
                        "EXDATE_BACKUP_DIR",
                        "is \"" + folder.resolve("file/backups") + "\", and " + folder.resolve("file")
                                + " is not a folder; set it to a folder that Exdate may write to");
        assertThat(wrong.get("EXDATE_PG_DUMP")).contains("which is not a file");
        assertThat(wrong.get("EXDATE_BACKUP_HOOK")).contains("which is not executable");
    }

    @Test
    void whatIsThereOrCanBeMadeIsWell() throws Exception {
        Files.createFile(folder.resolve("key"));
        assertThat(SettingPaths.wrong(settings(Map.of(
                        "EXDATE_PG_DUMP", "/bin/sh",
                        "EXDATE_BACKUP_IDENTITY", "key",
                        "EXDATE_LOG_DIR", "new/logs",
                        "EXDATE_DATA_DIR", "new/data"))))
                .isEmpty();
    }

    @Test
    void onlyTheDefaultMayBeInTheWay() throws Exception {
        Files.createFile(folder.resolve("logs"));
        assertThat(SettingPaths.wrong(settings(Map.of()))).isEmpty();
        assertThatThrownBy(() -> SettingPaths.check(settings(Map.of("EXDATE_LOG_DIR", "logs"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("EXDATE_LOG_DIR is ");
    }
}
