package dev.exdate.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How backups are made, proven, kept and handed on.
 *
 * @param folder of all backups; a folder a day is made in it
 * @param pgDump the program to use; empty to look for it
 * @param encryptTo age public keys, none for sets that are not encrypted
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
    private static final int MOST_PERIODS = 1000;
    private static final Pattern PUBLIC_KEY = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

    public BackupSettings {
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

    static BackupSettings of(Values values, Path workingFolder) {
        Duration hookLimit = values.duration("EXDATE_BACKUP_HOOK_TIMEOUT", Duration.ofMinutes(15));
        return new BackupSettings(
                workingFolder.resolve(values.text("EXDATE_BACKUP_DIR").orElse("backups")),
                new KeepRule(
                        values.number("EXDATE_BACKUP_KEEP_DAYS", 14, 1, 3650),
                        values.number("EXDATE_BACKUP_KEEP_WEEKLY", 0, 0, MOST_PERIODS),
                        values.number("EXDATE_BACKUP_KEEP_MONTHLY", 0, 0, MOST_PERIODS)),
                values.text("EXDATE_PG_DUMP").map(workingFolder::resolve),
                values.text("EXDATE_BACKUP_VERIFY")
                        .map(BackupSettings::verification)
                        .orElse(Verification.AUTO),
                values.text("EXDATE_BACKUP_ENCRYPT_TO")
                        .map(BackupSettings::publicKeys)
                        .orElse(List.of()),
                values.text("EXDATE_BACKUP_IDENTITY").map(workingFolder::resolve),
                values.text("EXDATE_BACKUP_HOOK").map(program -> new Hook(workingFolder.resolve(program), hookLimit)));
    }

    private static Verification verification(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> Verification.AUTO;
            case "restore" -> Verification.RESTORE;
            case "list" -> Verification.LIST;
            default -> throw Values.bad("EXDATE_BACKUP_VERIFY", text, "auto, restore or list");
        };
    }

    /** A secret key given by mistake is not shown. */
    private static List<String> publicKeys(String text) {
        List<String> keys = List.of(text.split("[\\s,]+"));
        for (String key : keys) {
            if (!PUBLIC_KEY.matcher(key).matches()) {
                throw Values.bad(
                        "EXDATE_BACKUP_ENCRYPT_TO",
                        key.toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY") ? "a secret key" : key,
                        "public keys of age (age1…), as age-keygen shows them");
            }
        }
        return keys;
    }
}
