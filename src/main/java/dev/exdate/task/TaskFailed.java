package dev.exdate.task;

/** A task has failed. The message is the reason for people: thing, value, what to do, in one line. */
public final class TaskFailed extends Exception {
    private final transient Tally tally;

    public TaskFailed(String reason, Tally tally) {
        super(reason);
        this.tally = tally;
    }

    /** Nothing was done before the failure. */
    public TaskFailed(String reason) {
        this(reason, Tally.NONE);
    }

    public TaskFailed(String reason, Throwable cause) {
        super(reason, cause);
        this.tally = Tally.NONE;
    }

    /** What was done before the failure. */
    public Tally tally() {
        return tally;
    }
}
