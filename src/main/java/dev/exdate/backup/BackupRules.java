package dev.exdate.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How backups are made and kept.
 *
 * @param folder of all backups; a folder a day is made in it
 * @param pgDump the program to use; empty to look for it
 * @param encryptTo age public keys; none to write sets as they are
 * @param hook a program that is called with the files of each new set
 */
public record BackupRules(
        Path folder,
        KeepRule keep,
        Optional<Path> pgDump,
        Verification verification,
        List<String> encryptTo,
        Optional<Hook> hook) {
    public BackupRules {
        folder = folder.toAbsolutePath().normalize();
        encryptTo = List.copyOf(encryptTo);
    }

    /** How a new set is proven before it counts. */
    public enum Verification {
        /** Restored where the role may create a database, else listed. */
        AUTO,
        RESTORE,
        LIST
    }

    /**
     * Which older sets stay once a newer one is proven.
     *
     * @param days all of these last days
     * @param weekly one of each of so many weeks that have any
     * @param monthly one of each of so many months that have any
     */
    public record KeepRule(int days, int weekly, int monthly) {}

    /** @param limit after which it is ended */
    public record Hook(Path program, Duration limit) {}
}
