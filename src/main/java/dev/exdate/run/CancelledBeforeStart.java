package dev.exdate.run;

/** A command was stopped before its work started. The message says by what. */
public final class CancelledBeforeStart extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CancelledBeforeStart(String reason, int exitCode) {
        super("Stopped before anything started: " + reason);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
