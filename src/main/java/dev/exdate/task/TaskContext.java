package dev.exdate.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a task knows of the run it belongs to.
 *
 * @param runId the run's id in {@code exdate.run}
 * @param startedAt the run's start
 * @param marketDay the New York day the run is for
 * @param ended the tasks of the run that had ended when this one started (the backup's manifest names them)
 */
public record TaskContext(UUID runId, Instant startedAt, LocalDate marketDay, Set<TaskName> ended, TaskLog log) {}
