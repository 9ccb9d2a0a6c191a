package dev.exdate.run.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One phase of one run, ended.
 *
 * @param tasks in the order reports list them
 * @param took empty when none of its tasks was due
 */
public record PhaseRun(Phase phase, List<TaskRun> tasks, Optional<Duration> took) {
    public PhaseRun {
        tasks = List.copyOf(tasks);
    }

    /** Whether an earlier start of the run had done all of it. */
    public boolean doneBefore() {
        return took.isEmpty() && tasks.stream().allMatch(TaskRun::succeeded);
    }

    public boolean cancelled() {
        return tasks.stream().anyMatch(TaskRun::cancelled);
    }

    /** Whether its time says how long the phase takes: not where its critical task gave up. */
    public boolean timed() {
        return took.isPresent() && tasks.stream().noneMatch(task -> task.name().critical() && !task.succeeded());
    }
}
