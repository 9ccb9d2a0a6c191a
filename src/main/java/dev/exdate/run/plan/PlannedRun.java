package dev.exdate.run.plan;

import dev.exdate.task.TaskName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that is to start or to resume.
 *
 * @param command {@code run}, or the command that runs some tasks by themselves
 * @param startedAt the first start
 * @param again whether this start resumes it
 * @param failedOf the run whose failed units alone are retried
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
