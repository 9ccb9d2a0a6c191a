package dev.exdate.run.listener;

import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import java.util.List;

/**
 * Hears of what a run does, as it happens. Tasks of one phase start and end in parallel, on their own threads;
 * everything else comes in order.
 */
public interface RunListener {
    default void runStarted() {}

    /** @param due its tasks to run; a phase without any is not started */
    default void phaseStarted(Phase phase, List<TaskName> due) {}

    default void taskStarted(RunningTask task) {}

    /** Skipped and cancelled tasks end without having started. Those that an earlier start of the run had done do neither. */
    default void taskEnded(TaskRun task) {}

    /** Phases that did not start included. */
    default void phaseEnded(PhaseRun phase) {}

    default void runEnded(RunResult result) {}
}
