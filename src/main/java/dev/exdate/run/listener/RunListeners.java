package dev.exdate.run.listener;

import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.settings.FailureLine;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.function.Consumer;

/** Calls several listeners in turn. A failing one affects neither the others nor the run. */
public final class RunListeners implements RunListener {
    private final List<RunListener> listeners;
    private final Consumer<String> log;

    /** @param log gets a line about a failed listener */
    public RunListeners(List<RunListener> listeners, Consumer<String> log) {
        this.listeners = List.copyOf(listeners);
        this.log = log;
    }

    @Override
    public void runStarted() {
        tell(RunListener::runStarted);
    }

    @Override
    public void phaseStarted(Phase phase, List<TaskName> due) {
        tell(listener -> listener.phaseStarted(phase, due));
    }

    @Override
    public void taskStarted(RunningTask task) {
        tell(listener -> listener.taskStarted(task));
    }

    @Override
    public void taskEnded(TaskRun task) {
        tell(listener -> listener.taskEnded(task));
    }

    @Override
    public void phaseEnded(PhaseRun phase) {
        tell(listener -> listener.phaseEnded(phase));
    }

    @Override
    public void runEnded(RunResult result) {
        tell(listener -> listener.runEnded(result));
    }

    private void tell(Consumer<RunListener> news) {
        for (RunListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error e) {
                log.accept("⚠️  " + "A part of the log or report is missing: " + FailureLine.of(e));
            }
        }
    }
}
