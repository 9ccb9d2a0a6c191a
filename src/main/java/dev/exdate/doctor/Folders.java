package dev.exdate.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a folder can be written, or made and written. It is not made. */
final class Folders {
    private static final long ENOUGH_BYTES = 2L * 1024 * 1024 * 1024;

    private Folders() {}

    /** The folder itself, or the one in which it would be made; empty if it can't be. */
    static Optional<Path> existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing) ? Optional.of(existing) : Optional.empty();
    }

    /**
     * @param setting that names another folder
     * @param runEndsWith if it can't be written
     */
    static Diagnosis examine(String thing, Path folder, String setting, int runEndsWith) {
        Optional<Path> existing = existing(folder);
        if (existing.isEmpty()) {
            return Diagnosis.broken(thing, folder + " is not writable", "fix its permissions, or set " + setting)
                    .ending(runEndsWith);
        }
        try {
            long free = Files.getFileStore(existing.get()).getUsableSpace();
            String gigabytes = "%.1f GB free".formatted(free / (1024.0 * 1024 * 1024));
            return free >= ENOUGH_BYTES
                    ? Diagnosis.well(thing, folder + ", " + gigabytes)
                    : Diagnosis.less(
                            thing, folder + ", only " + gigabytes, "free space; prices and backups need gigabytes");
        } catch (IOException e) {
            return Diagnosis.less(thing, folder + ": free space unknown", "check the disk");
        }
    }
}
