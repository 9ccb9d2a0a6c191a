package dev.exdate.run;

/** A command was ended before its work began. The message says by what. */
public final class CancelledBeforeStart extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CancelledBeforeStart(String reason, int exitCode) {
        super(reason + "; nothing had begun yet");
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
