package dev.exdate.doctor;

import dev.exdate.backup.BackupTools;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.BackupSettings.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether backups can be made, proven and copied as the settings say. What fails here fails only the backup task. */
record BackupDiagnosis(BackupSettings backup, Consumer<Diagnosis> say) {
    private static final String PROOF = "backup proof";

    void examine(Session session, LocalDate today) throws InterruptedException {
        programs(session.serverVersion());
        say.accept(proof(session));
        space(session, today).ifPresent(say);
    }

    /** What can be said without a database. */
    void programs(String serverVersion) throws InterruptedException {
        say.accept(
                switch (BackupTools.of(backup.pgDump(), serverVersion)) {
                    case BackupTools.Found found -> Diagnosis.well("pg_dump", found.words());
                    case BackupTools.Missing missing ->
                        Diagnosis.less("pg_dump", missing.why() + ", so there is no backup", missing.remedy())
                                .ending(ExitCode.STRICT);
                });
        backup.hook()
                .map(BackupSettings.Hook::program)
                .filter(program -> !isProgram(program))
                .ifPresent(program -> say.accept(Diagnosis.less(
                                "backup hook",
                                program + " is not an executable program, so the backup task fails",
                                "correct EXDATE_BACKUP_HOOK")
                        .ending(ExitCode.STRICT)));
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
            return Diagnosis.less(PROOF, "can't be checked: " + e.getMessage(), "see the server's log");
        }
        String role = session.address().user();
        boolean fails = backup.verification() != Verification.AUTO;
        return Diagnosis.less(
                        PROOF,
                        "the role " + role + " may not create databases, so "
                                + (fails ? "the backup task fails" : "only the table of contents is checked"),
                        "run ALTER ROLE " + role + " CREATEDB, or set EXDATE_BACKUP_VERIFY=list")
                .ending(fails ? ExitCode.STRICT : ExitCode.DONE);
    }

    /** Against the size of the last backup, as the task itself does. */
    private Optional<Diagnosis> space(Session session, LocalDate today) {
        try {
            Optional<Path> folder = Folders.existing(backup.folder());
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            long needed = BackupTools.spaceNeeded(
                    backup.folder(), today, session.address().database());
            long free = Files.getFileStore(folder.get()).getUsableSpace();
            return free >= needed
                    ? Optional.empty()
                    : Optional.of(Diagnosis.less(
                                    "backup space",
                                    "%s has %s free, a backup needs about %s, so the backup task fails"
                                            .formatted(
                                                    backup.folder(), BackupTools.size(free), BackupTools.size(needed)),
                                    "free space or set EXDATE_BACKUP_DIR")
                            .ending(ExitCode.STRICT));
        } catch (IOException e) {
            return Optional.of(Diagnosis.less(
                    "backup space", "unknown: " + e.getMessage(), "check the folder " + backup.folder()));
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
