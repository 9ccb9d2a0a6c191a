package dev.exdate.task;

import dev.exdate.guard.Accepted;
import dev.exdate.guard.Gate;
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
        Accepted accepted) {

    /** All of the work, nothing kept beside the log. */
    public TaskContext(UUID runId, Instant startedAt, LocalDate marketDay, Set<TaskName> ended, TaskLog log) {
        this(runId, startedAt, marketDay, ended, log, Assignment.WHOLE, TaskLedger.NONE, Accepted.NONE);
    }

    /** Where that task brings what looks wrong. */
    public Gate gate(TaskName task) {
        return new Gate(accepted, task.id(), log::line);
    }
}
