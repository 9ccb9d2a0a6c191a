package dev.exdate.task;

/** How a task ended: one of these four and nothing else. Reasons are one line for a person. */
public sealed interface TaskOutcome {
    record Succeeded(Tally tally) implements TaskOutcome {}

    record Failed(String reason, Tally tally) implements TaskOutcome {}

    record Skipped(String reason) implements TaskOutcome {}

    /** @param tally what had been done by then */
    record Cancelled(String reason, Tally tally) implements TaskOutcome {}
}
