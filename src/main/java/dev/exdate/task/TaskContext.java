package dev.exdate.task;

import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Overrides;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a task knows of the run it belongs to.
 *
 * @param runId the run's id in {@code exdate.run}
 * @param startedAt the run's first start, however often it was gone on with
 * @param marketDay the New York day the run is for
 * @param ended the tasks of the run that had ended when this one started (the backup's manifest names them)
 * @param assignment what of its work the task is to do
 * @param accepted what may come in although it looks wrong
 */
public record TaskContext(
        UUID runId,
        Instant startedAt,
        LocalDate marketDay,
        Set<TaskName> ended,
        TaskLog log,
        Assignment assignment,
        TaskLedger ledger,
        Overrides accepted) {

    /** All of the work, nothing kept beside the log. */
    public TaskContext(UUID runId, Instant startedAt, LocalDate marketDay, Set<TaskName> ended, TaskLog log) {
        this(runId, startedAt, marketDay, ended, log, Assignment.WHOLE, TaskLedger.NONE, Overrides.NONE);
    }

    /** Where that task brings what looks wrong. */
    public OverrideGate gate(TaskName task) {
        return new OverrideGate(accepted, task.id(), log::line);
    }
}
