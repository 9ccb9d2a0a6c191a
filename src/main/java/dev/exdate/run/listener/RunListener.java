package dev.exdate.run.listener;

import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import java.util.List;

/**
 * Told what a run does, as it does it. Tasks of one phase start and end side by side, each on a thread of its own; all else
 * comes in order.
 */
public interface RunListener {
    default void runStarted() {}

    /** @param due its tasks that are to run; a phase that has none is not started */
    default void phaseStarted(Phase phase, List<TaskName> due) {}

    default void taskStarted(RunningTask task) {}

    /** Skipped and cancelled tasks end without having started. Those that an earlier start of the run had done do neither. */
    default void taskEnded(TaskRun task) {}

    /** Phases that did not start included. */
    default void phaseEnded(PhaseRun phase) {}

    default void runEnded(RunResult result) {}
}
