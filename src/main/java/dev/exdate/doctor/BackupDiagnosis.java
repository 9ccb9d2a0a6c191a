package dev.exdate.doctor;

import dev.exdate.backup.BackupTools;
import dev.exdate.run.Session;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.BackupSettings.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Whether backups can be proven and copied as the settings say. */
record BackupDiagnosis(BackupSettings backup) {
    private static final String PROOF = "backup proof";

    void examine(Session session, Consumer<Diagnosis> say) {
        say.accept(proof(session));
        backup.hook()
                .map(BackupSettings.Hook::program)
                .filter(program -> !isProgram(program))
                .ifPresent(program -> say.accept(Diagnosis.less(
                        "backup hook",
                        program + " is not an executable program, so the backup task fails",
                        "correct EXDATE_BACKUP_HOOK")));
    }

    private Diagnosis proof(Session session) {
        if (backup.verification() == Verification.LIST) {
            return Diagnosis.well(PROOF, "table of contents only (EXDATE_BACKUP_VERIFY)");
        }
        try {
            if (BackupTools.mayRestore(session.database())) {
                return Diagnosis.well(PROOF, "test restore into a scratch database");
            }
        } catch (SQLException e) {
            return Diagnosis.less(PROOF, "can't be checked: " + e.getMessage(), "");
        }
        String role = session.address().user();
        return Diagnosis.less(
                PROOF,
                "the role " + role + " may not create databases, so "
                        + (backup.verification() == Verification.AUTO
                                ? "only the table of contents is checked"
                                : "the backup task fails"),
                "run ALTER ROLE " + role + " CREATEDB, or set EXDATE_BACKUP_VERIFY=list");
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
