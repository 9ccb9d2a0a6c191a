package dev.exdate.schedule;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.run.Session;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Keeps what the schedule does in the database, which is opened for each entry only: between two runs nothing is held open,
 * and a database that is away then does no harm.
 */
public final class ScheduleLog {
    private final Settings settings;
    private final Clock clock;
    private final PrintWriter out;

    public ScheduleLog(Settings settings, Clock clock, PrintWriter out) {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    /** The first entry, which learns something. */
    @FunctionalInterface
    interface First<T> {
        T write(ScheduleJournal journal) throws SQLException;
    }

    /** A later entry. */
    @FunctionalInterface
    interface Entry {
        void write(ScheduleJournal journal) throws SQLException;
    }

    /**
     * Writes the first entry, and makes the tables before it where they are missing.
     *
     * @throws DatabaseUnavailable when the database can't be worked with: better said now than in the evening
     * @throws RunLocked when another run is at work while the tables are not up to date
     */
    <T> T begin(First<T> entry) throws DatabaseUnavailable, RunLocked, InterruptedException, SQLException {
        try (Session session = Session.open(settings, clock)) {
            if (!session.upToDate()) {
                try (RunLock lock = RunLock.take(session.address())) {
                    session.migrate();
                }
            }
            return entry.write(new ScheduleJournal(session.database()));
        }
    }

    /** Writes an entry; one that can't be written is said, and the schedule goes on. */
    void write(Entry entry) {
        try (Session session = Session.open(settings, clock)) {
            entry.write(new ScheduleJournal(session.database()));
        } catch (DatabaseUnavailable | SQLException e) {
            out.println("⚠️  `exdate status` does not show it: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
