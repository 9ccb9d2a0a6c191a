package dev.exdate.task;

import dev.exdate.guard.OverrideGate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a task knows of the run it belongs to.
 *
 * @param runId the run's id in {@code exdate.run}
 * @param startedAt the run's first start, however often it was gone on with
 * @param ended the tasks of the run that had ended when this one started (the backup's manifest names them)
 * @param assignment what of its work the task is to do
 * @param options what the run is asked to do
 */
public record TaskContext(
        UUID runId,
        Instant startedAt,
        TaskOptions options,
        Set<TaskName> ended,
        TaskLog log,
        Assignment assignment,
        TaskLedger ledger) {

    /** All of the work, nothing kept beside the log. */
    public TaskContext(UUID runId, Instant startedAt, TaskOptions options, Set<TaskName> ended, TaskLog log) {
        this(runId, startedAt, options, ended, log, Assignment.WHOLE, TaskLedger.NONE);
    }

    /** The New York day the run is for. */
    public LocalDate marketDay() {
        return options.marketDay();
    }

    /** Where that task brings what looks wrong. */
    public OverrideGate gate(TaskName task) {
        return new OverrideGate(options.accepted(), task.id(), log::line);
    }
}
