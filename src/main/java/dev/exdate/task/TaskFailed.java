package dev.exdate.task;

/** A task cannot call itself done. The message is the reason people read: thing, value, what to do, in one line. */
public final class TaskFailed extends Exception {
    private final transient Tally tally;

    public TaskFailed(String reason, Tally tally) {
        super(reason);
        this.tally = tally;
    }

    /** Before anything had been done. */
    public TaskFailed(String reason) {
        this(reason, Tally.NONE);
    }

    public TaskFailed(String reason, Throwable cause) {
        super(reason, cause);
        this.tally = Tally.NONE;
    }

    /** What had been done by then. */
    public Tally tally() {
        return tally;
    }
}
