package dev.exdate.run.plan;

import dev.exdate.task.TaskName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that is to begin or to go on.
 *
 * @param command {@code run}, or the command that runs some tasks by themselves
 * @param startedAt the first start
 * @param again whether it was started before
 * @param failedOf the run of which just the failed units are asked for again
 * @param tasks those that may run
 */
public record PlannedRun(
        UUID id,
        String command,
        Instant startedAt,
        boolean again,
        RunPlan plan,
        Optional<UUID> failedOf,
        List<TaskName> tasks) {}
