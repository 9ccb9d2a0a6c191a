package dev.exdate.backup;

import dev.exdate.database.Database;
import dev.exdate.database.DatabaseFault;
import dev.exdate.settings.BackupSettings.Verification;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.FileFailure;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

/** Proves a new set by a test restore into a scratch database. */
final class TestRestore {
    private final Database database;
    private final DatabaseAddress address;
    private final Verification wanted;
    private final Clock clock;

    TestRestore(Database database, DatabaseAddress address, Verification wanted, Clock clock) {
        this.database = database;
        this.address = address;
        this.wanted = wanted;
        this.clock = clock;
    }

    /**
     * Whether test restores are possible on this server.
     *
     * @throws TaskFailed if they are required and not possible
     */
    boolean restores(TaskLog log) throws SQLException, TaskFailed {
        if (wanted == Verification.LIST) {
            return false;
        }
        if (ScratchDatabase.isAllowed(database)) {
            return true;
        }
        String why =
                "the role %s may not create databases, so a test restore is not possible".formatted(address.user());
        String grant = "run: ALTER ROLE %s CREATEDB".formatted(address.user());
        if (wanted == Verification.RESTORE) {
            throw new TaskFailed(why + "; " + grant + ", or set EXDATE_BACKUP_VERIFY=list");
        }
        log.line("⚠️  Only the table of contents is checked: " + why + "; " + grant
                + ", or set EXDATE_BACKUP_VERIFY=list to keep it this way");
        return false;
    }

    Proof listed(Manifest manifest) {
        return new Proof(
                Proof.Kind.LISTED,
                clock.instant(),
                "its table of contents has all %d tables"
                        .formatted(manifest.tables().size()));
    }

    /** Throws nothing but an interrupt; a failure becomes part of the proof. */
    Proof restored(Archive archive, Manifest manifest, String stamp, TaskLog log) throws InterruptedException {
        String trouble;
        try {
            List<String> differences = differences(archive, manifest, stamp, log);
            if (differences.isEmpty()) {
                return new Proof(
                        Proof.Kind.RESTORED,
                        clock.instant(),
                        "restored; rows and checksums of %d tables match"
                                .formatted(manifest.tables().size()));
            }
            trouble = "the restored data differs: " + differences.getFirst()
                    + (differences.size() == 1 ? "" : " and %d more".formatted(differences.size() - 1));
        } catch (SQLException e) {
            trouble = "the test restore failed: " + DatabaseFault.line(e);
        } catch (IOException e) {
            trouble = "the test restore failed: " + FileFailure.reason(e);
        } catch (TaskFailed e) {
            trouble = "the test restore failed: " + e.getMessage();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new Proof(Proof.Kind.FAILED, clock.instant(), trouble);
    }

    private List<String> differences(Archive archive, Manifest manifest, String stamp, TaskLog log)
            throws SQLException, IOException, InterruptedException, TaskFailed {
        try (ScratchDatabase scratch = ScratchDatabase.create(database, address, stamp)) {
            log.line("🔁 Test restore of the backup into %s".formatted(scratch.name()));
            try (Connection connection = scratch.connection()) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    // it is dropped soon, so it need not survive a crash
                    statement.execute("SET synchronous_commit = off");
                }
                Contents there = new ArchiveReplay(connection).put(archive, log);
                connection.commit();
                return manifest.contents().differences(there);
            }
        }
    }
}
