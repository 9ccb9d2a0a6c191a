package dev.exdate.task;

import dev.exdate.database.Handle;
import java.sql.SQLException;

/**
 * Where a running task tells what the journal is to know beside its outcome: how far it is, and unit by unit what it could
 * not have. Thread-safe; writes nothing itself but where it is
 * given a transaction.
 */
public interface TaskLedger {
    /** Keeps nothing. */
    TaskLedger NONE = new TaskLedger() {
        @Override
        public void progress(Tally soFar) {}

        @Override
        public void progress(Handle handle, Tally soFar) throws SQLException {}

        @Override
        public void failed(Unit unit, String reason) {}

        @Override
        public void had(Unit unit) {}

        @Override
        public void done(Unit unit) {}
    };

    /** What has been done by now. */
    void progress(Tally soFar);

    /** The same within the transaction of what it counts, so that a crash keeps or loses both. */
    void progress(Handle handle, Tally soFar) throws SQLException;

    /** This was asked for in vain; it is asked for again by the next run, or by {@code run --only-failed}. */
    void failed(Unit unit, String reason);

    /** This was had: it heals what an earlier run asked for in vain. */
    void had(Unit unit);

    /**
     * As {@link #had}, and not to be asked for again when this run goes on after a crash. Say it when the data is committed;
     * not for what the data itself tells of.
     */
    void done(Unit unit);
}
