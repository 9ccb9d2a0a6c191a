package dev.exdate.backup;

import dev.exdate.format.Nearest;
import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                                            "no proven backup in " + folder
                                                    + "; `exdate backup --list` lists all backups, EXDATE_BACKUP_DIR sets another folder"));
        }
        Path file = Path.of(which);
        if (!Files.isRegularFile(file)) {
            throw new TaskFailed("no such file: " + file.toAbsolutePath() + nearest(file)
                    + "; choose one from `exdate backup --list`, or use latest");
        }
        BackupSet set = BackupSet.ofDump(file)
                .orElseThrow(() -> new TaskFailed(
                        file + " does not have the name of a backup's dump (full_backup_YYYYMMDD_HHMMSS.dump);"
                                + " restore its original name and put its manifest beside it"));
        return StoredSet.of(set);
    }

    /** By the names without their folders, since these are the same in each. */
    private String nearest(Path typed) throws IOException {
        Map<String, Path> dumps = new BackupFolder(folder)
                .complete().stream()
                        .map(BackupSet::dump)
                        .collect(Collectors.toMap(SetChoice::name, dump -> dump, (one, other) -> one));
        List<String> nearest = new Nearest(dumps.keySet()).to(name(typed));
        return nearest.isEmpty()
                ? ""
                : nearest.stream()
                        .map(name -> String.valueOf(dumps.get(name)))
                        .collect(Collectors.joining(", ", " (nearest: ", ")"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
