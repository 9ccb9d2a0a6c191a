package dev.exdate.run.plan;

import dev.exdate.report.ClosingFigures;
import dev.exdate.report.Finding;
import dev.exdate.report.RunStatus;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a run ended.
 *
 * @param tasks in the order they ended, the skipped ones included
 * @param phases in their order, those that were skipped included
 * @param closing the content of the database at the end
 * @param stop why it was stopped early
 * @param reused how many answers of an earlier run of the evening were used instead of a request, by source
 */
public record RunResult(
        RunIdentity run,
        Duration took,
        List<TaskRun> tasks,
        List<PhaseRun> phases,
        ClosingFigures closing,
        Optional<CancelReason> stop,
        SortedMap<String, Integer> reused) {
    public RunResult {
        reused = new TreeMap<>(reused);
        tasks = List.copyOf(tasks);
        phases = List.copyOf(phases);
    }

    public RunStatus status() {
        return stop.map(CancelReason::status).orElse(criticalTaskFailed() ? RunStatus.FAILED : RunStatus.SUCCEEDED);
    }

    /** Whether a task failed without which the day's data is not complete. */
    public boolean criticalTaskFailed() {
        return tasks.stream().anyMatch(task -> task.failed() && task.name().critical());
    }

    /** What {@code --strict} refuses. */
    public boolean anythingWrong() {
        return !closing.missing().isEmpty()
                || tasks.stream().anyMatch(task -> task.failed() || task.lacking())
                || closing.findings().stream().anyMatch(finding -> finding.level() == Finding.Level.CRITICAL);
    }

    public Optional<TaskRun> task(TaskName name) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
