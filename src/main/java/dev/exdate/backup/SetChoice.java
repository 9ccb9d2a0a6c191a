package dev.exdate.backup;

import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which set is meant. */
record SetChoice(Path folder) {
    private static final String LATEST = "latest";

    /** @throws TaskFailed when there is no such set */
    StoredSet choose(String which) throws IOException, TaskFailed {
        if (which.equals(LATEST)) {
            return new BackupFolder(folder)
                    .stored().stream()
                            .filter(stored -> stored.isProven() && !stored.isBeforeRestore())
                            .findFirst()
                            .orElseThrow(
                                    () -> new TaskFailed(
                                            "there is no proven backup in " + folder
                                                    + "; `exdate backup --list` shows what there is, EXDATE_BACKUP_DIR names another folder"));
        }
        Path file = Path.of(which);
        if (!Files.isRegularFile(file)) {
            throw new TaskFailed("there is no file " + file.toAbsolutePath()
                    + "; `exdate backup --list` shows what there is, or write latest");
        }
        BackupSet set = BackupSet.ofDump(file)
                .orElseThrow(() ->
                        new TaskFailed(file + " is not named like a backup's dump, full_backup_YYYYMMDD_HHMMSS.dump;"
                                + " give it its name back, with its manifest beside it"));
        return StoredSet.of(set);
    }
}
