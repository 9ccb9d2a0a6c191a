package dev.exdate.task;

/**
 * Where a running task tells what the journal is to know beside its outcome: how far it is, and unit by unit what it could
 * not have. Thread-safe; costs nothing but memory, the journal is written by somebody else.
 */
public interface TaskLedger {
    /** Keeps nothing. */
    TaskLedger NONE = new TaskLedger() {
        @Override
        public void progress(Tally soFar) {}

        @Override
        public void failed(Unit unit, String reason) {}

        @Override
        public void had(Unit unit) {}
    };

    /** What has been done by now. */
    void progress(Tally soFar);

    /** This was asked for in vain; it is asked for again by the next run, or by {@code run --only-failed}. */
    void failed(Unit unit, String reason);

    /** This was had: it heals what an earlier run asked for in vain. */
    void had(Unit unit);
}
