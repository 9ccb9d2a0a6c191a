package dev.exdate.cli;

/** The exit codes people script against. */
final class ExitCode {
    static final int DONE = 0;
    /** A critical task failed, or the one task that was asked for. */
    static final int TASK_FAILED = 1;
    /** Wrong use or configuration, an unreachable database included. */
    static final int USAGE = 2;
    /** Another run holds the lock. */
    static final int LOCKED = 3;
    /** With {@code --strict}: some task failed, or a quality check is critical. */
    static final int STRICT = 4;
    /** Added to a signal's number: 130 after INT, 143 after TERM. */
    static final int SIGNAL = 128;

    private ExitCode() {}
}
