package dev.exdate.cli;

import dev.exdate.backup.BackupRules;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.Settings;
import java.util.Locale;

/** From settings to rules. */
final class BackupSetup {
    private BackupSetup() {}

    static BackupRules rules(Settings settings) {
        BackupSettings backup = settings.backup();
        return new BackupRules(
                backup.folder(),
                new BackupRules.KeepRule(backup.keepDays(), backup.keepWeekly(), backup.keepMonthly()),
                backup.pgDump(),
                BackupRules.Verification.valueOf(backup.verify().toUpperCase(Locale.ROOT)),
                backup.encryptTo(),
                backup.hook().map(program -> new BackupRules.Hook(program, backup.hookLimit())));
    }
}
