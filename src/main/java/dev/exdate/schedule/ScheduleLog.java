package dev.exdate.schedule;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.RunLocked;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.Session;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.sql.SQLException;

/**
 * Keeps what the schedule does in the database, which is opened for each entry only: between two runs nothing is held open,
 * and a database that is away then does no harm.
 */
@Dependent
public final class ScheduleLog {
    private final DatabaseDoor door;

    public ScheduleLog(DatabaseDoor door) {
        this.door = door;
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
    <T> T begin(First<T> entry) throws DatabaseUnavailable, RunLocked, SQLException {
        Session session = door.open();
        if (!session.upToDate()) {
            try (RunLock lock = RunLock.take(session.address())) {
                session.migrate();
            }
        }
        T learned = entry.write(new ScheduleJournal(session.database()));
        session.database().rest();
        return learned;
    }

    /** Writes an entry; one that can't be written is said, and the schedule goes on. */
    void write(Entry entry, PrintWriter out) {
        try {
            Session session = door.open();
            session.database().takeTime();
            entry.write(new ScheduleJournal(session.database()));
            session.database().rest();
        } catch (DatabaseUnavailable | SQLException e) {
            out.println("⚠️  `exdate status` does not show it: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
