package dev.exdate.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How backups are made, proven, kept and copied.
 *
 * @param folder of all backups; each day gets a folder in it
 * @param pgDump the program to use; empty to search for it
 * @param encryptTo age public keys; none for unencrypted sets
 * @param identity the file with the secret key for restores
 * @param hook a program that is called with the files of each new set
 */
public record BackupSettings(
        Path folder,
        KeepRule keep,
        Optional<Path> pgDump,
        Verification verification,
        List<String> encryptTo,
        Optional<Path> identity,
        Optional<Hook> hook) {
    private static final Pattern PUBLIC_KEY = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

    public BackupSettings {
        folder = folder.toAbsolutePath().normalize();
        encryptTo = List.copyOf(encryptTo);
    }

    /** How a new set is proven before it counts. */
    public enum Verification {
        /** A test restore if the role may create databases, else the table of contents. */
        AUTO,
        RESTORE,
        LIST
    }

    /**
     * Which older sets stay once a newer one is proven.
     *
     * @param days all sets of this many last days
     * @param weekly one set for each of this many weeks that have any
     * @param monthly one set for each of this many months that have any
     */
    public record KeepRule(int days, int weekly, int monthly) {}

    /** @param limit after which it is ended */
    public record Hook(Path program, Duration limit) {}

    static BackupSettings of(ExdateConfig config, Path workingFolder) {
        ExdateConfig.BackupConfig backup = config.backup();
        return new BackupSettings(
                workingFolder.resolve(backup.dir()),
                new KeepRule(backup.keepDays(), backup.keepWeekly(), backup.keepMonthly()),
                config.pgDump().map(workingFolder::resolve),
                backup.verify(),
                backup.encryptTo().map(BackupSettings::publicKeys).orElse(List.of()),
                backup.identity().map(workingFolder::resolve),
                backup.hook().map(program -> new Hook(workingFolder.resolve(program), backup.hookTimeout())));
    }

    /** A secret key given by mistake is not shown. */
    private static List<String> publicKeys(String text) {
        List<String> keys = List.of(text.split("[\\s,]+"));
        for (String key : keys) {
            if (!PUBLIC_KEY.matcher(key).matches()) {
                throw InvalidSetting.of(
                        "EXDATE_BACKUP_ENCRYPT_TO",
                        key.toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY") ? "a secret key" : key,
                        "public keys of age (age1…), as age-keygen shows them");
            }
        }
        return keys;
    }
}
