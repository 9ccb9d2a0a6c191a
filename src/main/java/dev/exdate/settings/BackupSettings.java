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
 * @param keepDays days for which all of them stay
 * @param keepWeekly weeks of each of which one stays longer
 * @param keepMonthly months of each of which one stays longer
 * @param verify {@code auto}, {@code restore} or {@code list}
 * @param encryptTo age public keys, none for sets that are not encrypted
 * @param identity the file with the secret key for restores
 * @param hook a program that copies each new set away
 */
public record BackupSettings(
        Path folder,
        int keepDays,
        int keepWeekly,
        int keepMonthly,
        Optional<Path> pgDump,
        String verify,
        List<String> encryptTo,
        Optional<Path> identity,
        Optional<Path> hook,
        Duration hookLimit) {
    private static final int MOST_PERIODS = 1000;
    private static final Pattern PUBLIC_KEY = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

    static BackupSettings of(Values values, Path workingFolder) {
        return new BackupSettings(
                workingFolder.resolve(values.text("EXDATE_BACKUP_DIR").orElse("backups")),
                values.number("EXDATE_BACKUP_KEEP_DAYS", 14, 1, 3650),
                values.number("EXDATE_BACKUP_KEEP_WEEKLY", 0, 0, MOST_PERIODS),
                values.number("EXDATE_BACKUP_KEEP_MONTHLY", 0, 0, MOST_PERIODS),
                values.text("EXDATE_PG_DUMP").map(workingFolder::resolve),
                verify(values.text("EXDATE_BACKUP_VERIFY").orElse("auto")),
                values.text("EXDATE_BACKUP_ENCRYPT_TO")
                        .map(BackupSettings::publicKeys)
                        .orElse(List.of()),
                values.text("EXDATE_BACKUP_IDENTITY").map(workingFolder::resolve),
                values.text("EXDATE_BACKUP_HOOK").map(workingFolder::resolve),
                values.duration("EXDATE_BACKUP_HOOK_TIMEOUT", Duration.ofMinutes(15)));
    }

    private static String verify(String text) {
        String mode = text.toLowerCase(Locale.ROOT);
        if (!List.of("auto", "restore", "list").contains(mode)) {
            throw Values.bad("EXDATE_BACKUP_VERIFY", text, "auto, restore or list");
        }
        return mode;
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
