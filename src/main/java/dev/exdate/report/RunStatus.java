package dev.exdate.report;

import java.util.Locale;

/** The status of a run. */
public enum RunStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** Its process vanished. */
    DEAD;

    /** @throws IllegalArgumentException for an unknown status */
    public static RunStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As in {@code exdate.run.status}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
