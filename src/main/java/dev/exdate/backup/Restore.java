package dev.exdate.backup;

import dev.exdate.database.Connections;
import dev.exdate.database.Database;
import dev.exdate.database.DatabaseFault;
import dev.exdate.market.EasternTime;
import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.BackupSettings;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.FileFailure;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Restores a set into the database in one transaction, compared with its manifest before the commit. */
public final class Restore {
    private final Database database;
    private final DatabaseAddress address;
    private final BackupSettings settings;
    private final Clock clock;
    private final String exdateVersion;

    /** @param database to restore; the caller holds its lock */
    public Restore(
            Database database, DatabaseAddress address, BackupSettings settings, Clock clock, String exdateVersion) {
        this.database = database;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.exdateVersion = exdateVersion;
    }

    /**
     * @param which a dump's file, or {@code latest}
     * @param overwrite whether the current content may be replaced after a backup of it
     * @param identity the file with the secret key of an encrypted set
     * @throws TaskFailed if it was not restored; then nothing has changed
     */
    public void restore(String which, boolean overwrite, Optional<Path> identity, TaskLog log)
            throws TaskFailed, SQLException, InterruptedException, IOException {
        StoredSet stored = new SetChoice(settings.folder()).choose(which);
        SetCheck check = new SetCheck(stored, PgToolSearch.onThisMachine(settings.pgDump()));
        log.line("🔎 %s: the database %s on %s, %s, %,d rows in %d tables"
                .formatted(
                        stored.set().dump(),
                        stored.database(),
                        EasternTime.minute(check.manifest().takenAt()),
                        Size.of(stored.size()),
                        check.manifest().contents().total(),
                        check.manifest().tables().size()));
        stored.fault().ifPresent(fault -> log.line("⚠️  This backup has no proof: " + fault));
        check.unchanged();
        PgTools tools = check.fits(ServerVersion.of(database));
        Archive archive = new Archive(stored.set().dump(), key(stored.set(), identity), tools);
        Occupancy occupation = Occupancy.of(database);
        if (!occupation.isNone()) {
            if (!overwrite) {
                throw new TaskFailed(
                        "the database %s is not empty (%s); use an empty one, or add --overwrite, which first backs up its content"
                                .formatted(address.shown(), occupation.words()));
            }
            keepWhatIsThere(log);
        }
        putBack(archive, check.manifest(), occupation, log);
    }

    private static Optional<AgeKey> key(BackupSet set, Optional<Path> identity) throws TaskFailed {
        if (!set.encrypted()) {
            return Optional.empty();
        }
        if (identity.isEmpty()) {
            throw new TaskFailed(set.dump() + " is encrypted; give the file with the secret key: --identity FILE");
        }
        return Optional.of(AgeKey.read(identity.get()));
    }

    private void keepWhatIsThere(TaskLog log) throws TaskFailed, SQLException, InterruptedException, IOException {
        SetMaker making = new SetMaker(
                database, address, settings, PgToolSearch.onThisMachine(settings.pgDump()), clock, exdateVersion);
        making.sweep(log);
        LocalDate marketDay = TradingCalendar.today(clock);
        StoredSet kept =
                making.make(new SetMaker.Occasion(marketDay, List.of(), Manifest.Purpose.BEFORE_RESTORE), 0, log);
        if (kept.fault().isPresent()) {
            throw new TaskFailed("can't back up the content of %s: %s; nothing was changed; use an empty database"
                    .formatted(address.shown(), kept.fault().get()));
        }
        log.line("💾 What was there is in " + kept.set().dump());
    }

    private void putBack(Archive archive, Manifest manifest, Occupancy occupation, TaskLog log)
            throws TaskFailed, InterruptedException {
        log.line("🔁 Restoring into " + address.shown());
        String trouble;
        try (Connection connection = new Connections(ArchiveReplay.session(address)).open()) {
            connection.setAutoCommit(false);
            occupation.clear(connection);
            Contents there = new ArchiveReplay(connection).put(archive, log);
            List<String> differences = manifest.contents().differences(there);
            if (differences.isEmpty()) {
                connection.commit();
                tell(manifest, there, log);
                analyze(connection, log);
                return;
            }
            connection.rollback();
            trouble = "the restored data does not match the manifest: " + differences.getFirst();
        } catch (SQLException e) {
            trouble = DatabaseFault.line(e);
        } catch (IOException e) {
            trouble = "can't read it: " + FileFailure.reason(e);
        } catch (TaskFailed e) {
            trouble = String.valueOf(e.getMessage());
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped before the restore was complete; nothing was changed");
        }
        throw new TaskFailed("%s was not restored and nothing was changed: %s".formatted(archive.file(), trouble));
    }

    private static void tell(Manifest manifest, Contents there, TaskLog log) {
        there.rows().forEach((table, rows) -> {
            if (rows > 0) {
                log.line("   📋 %s: %,d rows".formatted(table, rows));
            }
        });
        log.line("✅ Restored: %,d rows in %d tables; row counts%s match the manifest"
                .formatted(
                        there.total(),
                        there.rows().size(),
                        manifest.contents().checksums().isEmpty() ? "" : " and checksums"));
    }

    /** So that the first queries have current statistics. */
    private static void analyze(Connection connection, TaskLog log) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            log.line("⚠️  Statistics were not updated: " + DatabaseFault.line(e) + "; run ANALYZE");
        }
    }
}
