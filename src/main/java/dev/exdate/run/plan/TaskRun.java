package dev.exdate.run.plan;

import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One task of one run, ended. */
public record TaskRun(TaskName name, Instant startedAt, Duration took, TaskOutcome outcome) {
    public boolean failed() {
        return outcome instanceof TaskOutcome.Failed;
    }

    public boolean cancelled() {
        return outcome instanceof TaskOutcome.Cancelled;
    }

    public boolean succeeded() {
        return outcome instanceof TaskOutcome.Succeeded;
    }

    public TaskState state() {
        return TaskState.of(outcome);
    }

    /** Why it did not succeed, one line; empty for a success. */
    public Optional<String> reason() {
        return switch (outcome) {
            case TaskOutcome.Succeeded ignored -> Optional.empty();
            case TaskOutcome.Failed failed -> Optional.of(failed.reason());
            case TaskOutcome.Skipped skipped -> Optional.of(skipped.reason());
            case TaskOutcome.Cancelled cancelled -> Optional.of(cancelled.reason());
        };
    }

    /** For the journal: the reason, or what a success left out. */
    public Optional<String> remark() {
        return reason().or(() -> leftOut().map("left out: "::concat));
    }

    /** What a success left out because a program is missing, and what to install. */
    public Optional<String> leftOut() {
        return outcome instanceof TaskOutcome.Succeeded done ? done.leftOut() : Optional.empty();
    }

    /** Whether it did nothing because a program is missing. */
    public boolean lacking() {
        return outcome instanceof TaskOutcome.Skipped skipped && skipped.lacking();
    }

    /** What it did; all zero where it did not run. */
    public Tally tally() {
        return switch (outcome) {
            case TaskOutcome.Succeeded done -> done.tally();
            case TaskOutcome.Failed failed -> failed.tally();
            case TaskOutcome.Skipped ignored -> Tally.NONE;
            case TaskOutcome.Cancelled cancelled -> cancelled.tally();
        };
    }
}
