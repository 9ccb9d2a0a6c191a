package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.settings.BackupSettings;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookCallTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private BackupSet set;

    /** A folder whose name a shell would not leave alone. */
    @BeforeEach
    void make() throws IOException {
        set = BackupSet.at(folder.resolve("my $(touch pwned); backups"), LocalDateTime.of(2026, 1, 20, 22, 0), false);
        set.begin();
        set.complete();
    }

    private void call(String script, Duration limit) throws Exception {
        Path program = BackupScene.script(folder.resolve("copy away"), script);
        new HookCall(new BackupSettings.Hook(program, limit)).on(set, log);
    }

    @Test
    void itGetsTheFilesAsTheyAreAndWhatItSaysIsInTheLog() throws Exception {
        call(
                "printf '%s\\n' \"$@\" > \"$(dirname \"$0\")/got\"; echo to standard output; echo to the other >&2; env",
                LONG);

        assertThat(Files.readAllLines(folder.resolve("got")))
                .containsExactly(
                        set.dump().toString(),
                        set.manifest().toString(),
                        set.checksum().toString(),
                        set.schema().toString());
        assertThat(log.lines()).contains("   to standard output", "   to the other");
        assertThat(log.text()).doesNotContain("EXDATE_").doesNotContain("PG").doesNotContain("DATABASE_URL");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aFailureNamesItsStatusAndItsLastWords() {
        assertThatThrownBy(() -> call("echo first; printf 'no room\\033[2J there\\n' >&2; exit 7", LONG))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("the backup " + set.dump() + " is good, but it was not copied away")
                .hasMessageContaining("failed with status 7: no room [2J there");
    }

    @Test
    void oneThatTakesTooLongIsEndedWithItsChildren() throws Exception {
        assertThatThrownBy(() -> call("sleep 4712 & sleep 4712", Duration.ofMillis(300)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("EXDATE_BACKUP_HOOK_TIMEOUT");

        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep 4712"))
                .toList();
        for (ProcessHandle process : left) {
            process.onExit().get(60, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    @Test
    void oneThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> new HookCall(new BackupSettings.Hook(folder.resolve("none"), LONG)).on(set, log))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("can't be started")
                .hasMessageContaining("EXDATE_BACKUP_HOOK")
                .hasMessageNotContaining("\n");
    }
}
