package dev.exdate.run;

/** The exit codes people script against. */
public final class ExitCode {
    public static final int DONE = 0;
    /** A critical task failed, or the only requested task. */
    public static final int TASK_FAILED = 1;
    /** Wrong use or configuration, an unreachable database included. */
    public static final int USAGE = 2;
    /** Another run holds the lock. */
    public static final int LOCKED = 3;
    /** With {@code --strict}: some task failed, or a quality check is critical. */
    public static final int STRICT = 4;
    /** All went well, but standard output could not be written: EX_IOERR of sysexits.h. */
    public static final int OUTPUT_LOST = 74;
    /** Added to a signal's number: 130 after INT, 143 after TERM. */
    public static final int SIGNAL = 128;

    private ExitCode() {}
}
