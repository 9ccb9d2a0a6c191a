package dev.exdate.task;

import dev.exdate.guard.OverrideGate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a task knows about its run.
 *
 * @param runId the run's id in {@code exdate.run}
 * @param startedAt the run's first start, even if it was resumed
 * @param ended the tasks of the run that had ended when this one started (the backup's manifest names them)
 * @param assignment the part of its work that the task does
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

    /** The whole work; nothing is recorded except the log. */
    public TaskContext(UUID runId, Instant startedAt, TaskOptions options, Set<TaskName> ended, TaskLog log) {
        this(runId, startedAt, options, ended, log, Assignment.WHOLE, TaskLedger.NONE);
    }

    /** The New York day the run is for. */
    public LocalDate marketDay() {
        return options.marketDay();
    }

    /** Where the task reports implausible values. */
    public OverrideGate gate(TaskName task) {
        return new OverrideGate(
                options.accepted(), task.id(), log::line, held -> ledger.found(HeldBackFinding.of(held)));
    }
}
