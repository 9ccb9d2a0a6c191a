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
 * Records what the schedule does in the database. It connects for each entry only, so between runs a database may be
 * down.
 */
@Dependent
public final class ScheduleLog {
    private final DatabaseDoor door;

    public ScheduleLog(DatabaseDoor door) {
        this.door = door;
    }

    /** The first entry; it returns a value. */
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
     * Writes the first entry, and creates missing tables before.
     *
     * @throws DatabaseUnavailable if the database is unusable: better now than in the evening
     * @throws RunLocked if another run is active and the schema is out of date
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

    /** Writes an entry; a failure is printed, and the schedule continues. */
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
