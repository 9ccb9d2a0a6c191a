package dev.exdate.report;

import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** Its process vanished without a word. */
    DEAD;

    /** @throws IllegalArgumentException for a word that {@code exdate.run} never has */
    public static RunStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As in {@code exdate.run.status}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
