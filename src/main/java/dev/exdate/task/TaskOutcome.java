package dev.exdate.task;

import java.util.Optional;

/** How a task ended: one of these four and nothing else. Reasons are one line for a person. */
public sealed interface TaskOutcome {
    /** @param leftOut what was left out because the machine lacks a program, and what to install */
    record Succeeded(Tally tally, Optional<String> leftOut) implements TaskOutcome {
        public Succeeded(Tally tally) {
            this(tally, Optional.empty());
        }
    }

    record Failed(String reason, Tally tally) implements TaskOutcome {}

    /** @param lacking whether the machine lacks a program that the task requires */
    record Skipped(String reason, boolean lacking) implements TaskOutcome {
        public Skipped(String reason) {
            this(reason, false);
        }
    }

    /** @param tally what was done before the failure */
    record Cancelled(String reason, Tally tally) implements TaskOutcome {}
}
