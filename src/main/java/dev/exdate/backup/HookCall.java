package dev.exdate.backup;

import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.FileFailure;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Calls the hook program with the files of a new set as arguments, without a shell. */
record HookCall(BackupSettings.Hook hook) {
    private static final int MOST_LINES = 200;

    /** @throws TaskFailed if it does not exit with 0 */
    void on(BackupSet set, TaskLog log) throws InterruptedException, TaskFailed {
        List<String> command = new ArrayList<>();
        command.add(hook.program().toString());
        set.files().reversed().forEach(file -> command.add(file.toString()));
        log.line("📤 Calling %s with the backup's files".formatted(hook.program()));
        AtomicReference<String> last = new AtomicReference<>("");
        String trouble;
        try {
            ChildProcess.Ended ended = ChildProcess.foreign(hook.limit())
                    .run(command, InputStream.nullInputStream(), output -> tell(output, last, log));
            if (ended.well()) {
                return;
            }
            trouble = "failed with "
                    + new ChildProcess.Ended(ended.status(), List.of(), String.valueOf(last.get())).words();
        } catch (TimeoutException e) {
            trouble = "timed out after %d s (EXDATE_BACKUP_HOOK_TIMEOUT)"
                    .formatted(hook.limit().toSeconds());
        } catch (IOException e) {
            trouble = "can't be started (" + FileFailure.reason(e)
                    + "); EXDATE_BACKUP_HOOK must be an executable program";
        } catch (SQLException e) {
            throw new IllegalStateException("a hook can't fail like this", e);
        }
        throw new TaskFailed("the backup %s is good, but it was not copied away: the hook %s %s"
                .formatted(set.dump(), hook.program(), trouble));
    }

    private static void tell(InputStream output, AtomicReference<String> last, TaskLog log) throws IOException {
        int[] told = {0};
        ChildProcess.lines(output, line -> {
            String shown = line.replaceAll("\\p{Cntrl}", " ").strip();
            if (!shown.isEmpty()) {
                last.set(shown);
                if (told[0]++ < MOST_LINES) {
                    log.line("   " + shown);
                }
            }
        });
    }
}
