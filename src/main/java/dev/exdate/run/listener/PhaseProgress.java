package dev.exdate.run.listener;

import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.run.text.TaskText;
import dev.exdate.task.TaskName;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Logs the progress of the phase's tasks from time to time. */
public final class PhaseProgress implements RunListener {
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** The update is alone, and takes up to an hour. */
    private static final Duration OF_THE_UPDATE = Duration.ofSeconds(60);

    private final RunLog log;
    private final Map<TaskName, RunningTask> running = new ConcurrentHashMap<>();
    private final Map<TaskName, TaskRun> ended = new ConcurrentHashMap<>();
    private Cancellable ticks = () -> {};

    public PhaseProgress(RunLog log) {
        this.log = log;
    }

    @Override
    public void phaseStarted(Phase phase, List<TaskName> due) {
        ticks = switch (phase) {
            case STEP_1 -> () -> {};
            case PHASE_1 -> every(USUAL, "📊 Scraper Progress Update:", due);
            case STEP_2 -> every(OF_THE_UPDATE, "📊 Update Progress:", due);
            case PHASE_2 -> every(USUAL, "📊 Task Progress Update:", due);
        };
    }

    @Override
    public void phaseEnded(PhaseRun phase) {
        ticks.cancel();
    }

    @Override
    public void taskStarted(RunningTask task) {
        running.put(task.name(), task);
    }

    @Override
    public void taskEnded(TaskRun task) {
        ended.put(task.name(), task);
        running.remove(task.name());
    }

    private Cancellable every(Duration interval, String title, List<TaskName> due) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .subscribe()
                .with(tick -> say(title, due));
    }

    /** Waiting tasks have no progress yet. */
    void say(String title, List<TaskName> due) {
        log.stamped(title);
        for (TaskName task : due) {
            RunningTask atWork = running.get(task);
            TaskRun done = ended.get(task);
            if (atWork != null) {
                log.stamped("  " + task.emoji() + task.label() + ": " + atWork.lastLine());
            } else if (done != null) {
                log.stamped("  " + TaskText.progress(done));
            }
        }
    }
}
