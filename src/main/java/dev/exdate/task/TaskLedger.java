package dev.exdate.task;

import dev.exdate.database.Handle;
import dev.exdate.finding.Finding;
import dev.exdate.finding.FindingStore;
import java.sql.SQLException;

/**
 * Where a running task records its progress, and which units failed or succeeded, for the journal. Thread-safe; it
 * writes only within a given transaction.
 */
public interface TaskLedger {
    /** Records nothing. */
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

        @Override
        public void found(Finding finding) {}
    };

    /** The progress so far. */
    void progress(Tally soFar);

    /** The same within the transaction of the counted data, so that a crash keeps or loses both. */
    void progress(Handle handle, Tally soFar) throws SQLException;

    /** This unit failed. The next run, or {@code run --only-failed}, requests it again. */
    void failed(Unit unit, String reason);

    /** This unit succeeded, which resolves a failure of an earlier run. */
    void had(Unit unit);

    /**
     * Like {@link #had}, and not requested again if this run is resumed. Call it after the commit; not needed if the
     * data itself shows the progress.
     */
    void done(Unit unit);

    /** For {@code exdate.finding}. What belongs to the transaction of its data goes to a {@link FindingStore} instead. */
    void found(Finding finding);
}
