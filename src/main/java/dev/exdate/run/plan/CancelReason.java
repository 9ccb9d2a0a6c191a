package dev.exdate.run.plan;

import dev.exdate.report.RunStatus;
import java.time.Duration;

/**
 * Why a run is stopped early.
 *
 * @param reason one line for people
 */
public record CancelReason(Kind kind, String reason) {
    /** Who stops it. */
    public enum Kind {
        /** A person or the machine: INT, TERM. */
        SIGNAL,
        /** It took longer than it may. */
        LIMIT,
        /** Another run has taken the right to write. */
        LOCK_LOST,
        /** The database has not answered for too long. */
        DATABASE_GONE
    }

    /** The status of a run that was stopped for this reason. */
    public RunStatus status() {
        return kind == Kind.SIGNAL ? RunStatus.CANCELLED : RunStatus.FAILED;
    }

    /** The whole run has taken longer than it may. */
    public static CancelReason pastLimit(Duration limit) {
        return new CancelReason(Kind.LIMIT, "timed out: run limit " + Durations.words(limit) + " (EXDATE_RUN_TIMEOUT)");
    }
}
