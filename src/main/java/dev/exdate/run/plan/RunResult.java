package dev.exdate.run.plan;

import dev.exdate.report.Finding;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a run ended.
 *
 * @param tasks in the order they ended, the skipped ones included
 * @param phases how long each phase that ran took
 * @param statusLines the lines on what the database has
 * @param reportError why the closing report is missing or not whole, empty when it is whole
 * @param stop why it was ended before its own end
 */
public record RunResult(
        UUID id,
        LocalDate marketDay,
        Instant startedAt,
        Duration took,
        List<TaskRun> tasks,
        List<PhaseTime> phases,
        List<String> statusLines,
        List<Finding> findings,
        String reportError,
        Optional<CancelReason> stop) {
    /** Wall-clock time of a phase. */
    public record PhaseTime(Phase phase, Duration took) {}

    /** Whether a task failed without which the day's data is not complete. */
    public boolean criticalTaskFailed() {
        return tasks.stream().anyMatch(task -> task.failed() && task.name().critical());
    }

    /** What {@code --strict} refuses. */
    public boolean anythingWrong() {
        return !reportError.isEmpty()
                || tasks.stream().anyMatch(task -> task.failed() || task.lacking())
                || findings.stream().anyMatch(finding -> finding.level() == Finding.Level.CRITICAL);
    }

    public Optional<TaskRun> task(TaskName name) {
        return tasks.stream().filter(task -> task.name() == name).findFirst();
    }

    public Optional<Duration> timeOf(Phase phase) {
        return phases.stream()
                .filter(time -> time.phase() == phase)
                .map(PhaseTime::took)
                .findFirst();
    }

    /** The one word for the run: {@code succeeded}, {@code failed} or {@code cancelled}. */
    public String status() {
        if (stop.isPresent()) {
            return stop.get().kind() == CancelReason.Kind.SIGNAL ? "cancelled" : "failed";
        }
        return criticalTaskFailed() ? "failed" : "succeeded";
    }
}
