package dev.exdate.pipeline;

import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;

/** One task of one run, ended. */
public record TaskRun(TaskName name, Instant startedAt, Duration took, TaskOutcome outcome) {
    public boolean failed() {
        return outcome instanceof TaskOutcome.Failed;
    }

    public boolean succeeded() {
        return outcome instanceof TaskOutcome.Succeeded;
    }
}
