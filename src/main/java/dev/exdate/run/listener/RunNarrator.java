package dev.exdate.run.listener;

import dev.exdate.report.RunReports;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunScope;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.run.text.PhaseText;
import dev.exdate.run.text.TaskText;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Writes what the run does to its log, in the lines that people grep. */
public final class RunNarrator implements RunListener {
    private final RunScope run;
    private final RunReports reports;
    private final RunLog log;

    public RunNarrator(RunScope run, RunReports reports, RunLog log) {
        this.run = run;
        this.reports = reports;
        this.log = log;
    }

    @Override
    public void runStarted() {
        log.stamped("📊 BEFORE STATE SNAPSHOT");
        block(reports::beforeState);
    }

    @Override
    public void phaseStarted(Phase phase, List<TaskName> due) {
        PhaseText.started(phase, due, run.plan().serial()).forEach(log::stamped);
    }

    @Override
    public void taskStarted(RunningTask task) {
        if (task.name().equals(TaskName.CLASSIFY_ETFS)) {
            log.stamped("🏷️  STEP 1b: Classify New ETFs");
        }
    }

    /** Only step 1 reports each task; other phases list their tasks at their end. */
    @Override
    public void taskEnded(TaskRun task) {
        boolean began = task.succeeded() || task.failed();
        if (!began || !Phase.STEP_1.tasks().contains(task.name())) {
            return;
        }
        TaskText.step(task).forEach(log::stamped);
        if (task.name().equals(TaskName.DISCOVERY) && task.succeeded()) {
            log.stamped("📈 DISCOVERY METRICS:");
            block(() -> reports.discoveryMetrics(run.context()));
        }
    }

    @Override
    public void phaseEnded(PhaseRun phase) {
        if (listed(phase).isEmpty()) {
            return;
        }
        if (phase.took().isEmpty()) {
            skipped(phase);
            return;
        }
        switch (phase.phase()) {
            case STEP_1 ->
                listed(phase).stream()
                        .filter(task -> task.state() == TaskState.SKIPPED || task.cancelled())
                        .forEach(task -> log.stamped(TaskText.result(task)));
            case STEP_2 ->
                phase.tasks().forEach(task -> updateEnded(task, phase.took().get()));
            case PHASE_1, PHASE_2 -> {
                log.stamped(PhaseText.ended(phase.phase(), phase.took().get()));
                results(phase);
            }
        }
    }

    private void skipped(PhaseRun phase) {
        if (phase.phase() == Phase.STEP_1 && !phase.cancelled()) {
            String reason = phase.tasks().getFirst().reason().orElse(RunPlan.DONE_BEFORE);
            log.stamped(TaskState.SKIPPED.mark() + "Skipping discovery (" + reason + ")");
            return;
        }
        if (!phase.cancelled()) {
            log.stamped(TaskState.SKIPPED.mark() + phase.phase().title() + ": Skipped"
                    + (phase.doneBefore() ? " (" + RunPlan.DONE_BEFORE + ")" : ""));
        }
        results(phase);
    }

    private void updateEnded(TaskRun update, Duration took) {
        if (!update.succeeded()) {
            TaskText.step(update).forEach(log::stamped);
            return;
        }
        log.stamped(TaskText.updated(update, took));
        TaskText.remarks(update).forEach(log::stamped);
        log.logOnly(log.now() + " - 📊 UPDATE METRICS:");
        try {
            reports.updateMetrics(run.context()).forEach(log::logOnly);
        } catch (SQLException e) {
            log.logOnly("EXIT_CODE:WARNING:Failed to fetch update metrics");
        }
    }

    /** A cancelled run lists only what was asked for: the rest would hide what is missing now. */
    private List<TaskRun> listed(PhaseRun phase) {
        return run.cancellation().requested()
                ? phase.tasks().stream()
                        .filter(task -> run.plan().reasonToSkip(task.name()).isEmpty())
                        .toList()
                : phase.tasks();
    }

    private void results(PhaseRun phase) {
        log.stamped(PhaseText.results(phase.phase()));
        for (TaskRun task : listed(phase)) {
            log.stamped("  " + TaskText.result(task));
            TaskText.remarks(task).forEach(log::stamped);
        }
    }

    private void block(Block lines) {
        try {
            lines.read().forEach(log::plain);
        } catch (SQLException e) {
            log.stamped("⚠️  These figures could not be read: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Block {
        List<String> read() throws SQLException;
    }
}
