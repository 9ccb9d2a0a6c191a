package dev.exdate.run.plan;

import dev.exdate.task.TaskContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What all parts of a run need to know about it.
 *
 * @param startedAt the run's first start, however often it was resumed
 */
public record RunScope(UUID id, Instant startedAt, RunPlan plan, Cancellation cancellation, Clock clock) {
    /** The run as reports ask for it. */
    public TaskContext context() {
        return new TaskContext(id, startedAt, plan.options(), Set.of(), NoTaskLog.INSTANCE);
    }

    public RunIdentity identity() {
        return new RunIdentity(id, plan.marketDay(), startedAt);
    }
}
