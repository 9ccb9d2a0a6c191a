package dev.exdate.run;

import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunningTask;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what it is told, one line each: {@code > cboe} when it starts, {@code < cboe failed} when it ends. */
final class RecordingListener implements RunListener {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void runStarted() {
        events.add("> run");
    }

    @Override
    public void phaseStarted(Phase phase, List<TaskName> due) {
        events.add("> " + phase.id() + " of " + due.size());
    }

    @Override
    public void taskStarted(RunningTask task) {
        events.add("> " + task.name().id());
    }

    @Override
    public void taskEnded(TaskRun task) {
        events.add("< " + task.name().id() + " " + task.state().id());
    }

    @Override
    public void phaseEnded(PhaseRun phase) {
        events.add("< " + phase.phase().id() + (phase.took().isEmpty() ? " not run" : ""));
    }

    @Override
    public void runEnded(RunResult result) {
        events.add("< run " + result.status().id());
    }
}
