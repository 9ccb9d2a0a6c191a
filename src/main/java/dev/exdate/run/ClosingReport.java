package dev.exdate.run;

import dev.exdate.report.Finding;
import dev.exdate.report.RunReports;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.Durations;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskOutcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of the run's log: database status, quality checks, summary, clean-up of old logs. */
public final class ClosingReport {
    private static final String WIDE_RULER = "=".repeat(81);
    private static final String RULER = "=".repeat(60);

    private final RunReports reports;
    private final LogFolder logs;
    private final RunLog log;
    private final Clock clock;

    public ClosingReport(RunReports reports, LogFolder logs, RunLog log, Clock clock) {
        this.reports = reports;
        this.logs = logs;
        this.log = log;
        this.clock = clock;
    }

    RunResult write(
            List<TaskRun> tasks, List<RunResult.PhaseTime> phases, TaskContext context, Optional<CancelReason> stop) {
        String reportError = "";
        List<String> statusLines = List.of();
        List<Finding> findings = List.of();
        title("📊 FINAL DATABASE STATUS REPORT");
        try {
            RunReports.FinalReport report = reports.finalReport(context);
            statusLines = report.lines();
            statusLines.forEach(log::plain);
            findings = report.findings();
            title("🔍 ERROR DETECTION & DATA QUALITY CHECKS");
            findings.forEach(this::finding);
        } catch (SQLException e) {
            reportError = String.valueOf(e.getMessage());
            log.plain("❌ Error: " + reportError);
        }
        Duration took = Duration.between(context.startedAt(), clock.instant());
        RunResult result = new RunResult(
                context.runId(),
                context.marketDay(),
                context.startedAt(),
                took,
                tasks,
                phases,
                statusLines,
                findings,
                reportError,
                stop);
        summary(result);
        cleanUp();
        return result;
    }

    private void title(String text) {
        log.stamped(text);
        log.plain(RULER);
    }

    private void finding(Finding finding) {
        log.plain(finding.text());
        if (!finding.action().isEmpty()) {
            log.plain("   " + finding.action());
        }
    }

    private void summary(RunResult result) {
        log.plain(RULER);
        log.stamped("⏱️  EXECUTION SUMMARY");
        log.plain(RULER);
        log.stamped("Total execution time: " + Durations.minutesAndSeconds(result.took()));
        log.stamped("Completion time: " + log.now());
        log.stamped("⚡ PERFORMANCE BREAKDOWN:");
        for (Phase phase : List.of(Phase.PHASE_1, Phase.STEP_2, Phase.PHASE_2)) {
            result.timeOf(phase).ifPresent(took -> log.stamped("  " + phase.words() + ": " + took.toSeconds() + "s"));
        }
        troubles(result).forEach(log::stamped);
        log.stamped(
                result.status().equals("succeeded")
                        ? "🎉 DAILY UPDATE COMPLETED SUCCESSFULLY"
                        : "⚠️  DAILY UPDATE COMPLETED WITH ERRORS");
        log.plain(WIDE_RULER);
        log.stamped("📝 Log saved to: " + log.place());
    }

    /** What to look at in the morning: failed and cancelled tasks and critical findings once more, with their reasons. */
    private static List<String> troubles(RunResult result) {
        List<String> lines = new ArrayList<>();
        result.stop().ifPresent(stop -> lines.add("🛑 ended before its time: " + stop.reason()));
        for (TaskRun task : result.tasks()) {
            if (task.reason().isPresent() && !(task.outcome() instanceof TaskOutcome.Skipped)) {
                lines.add((task.name().critical() ? "❌ " : "⚠️  ") + task.name().id() + " " + task.outcomeWord() + ": "
                        + task.reason().get());
            }
        }
        result.findings().stream()
                .filter(finding -> finding.level() == Finding.Level.CRITICAL)
                .map(Finding::text)
                .forEach(lines::add);
        return lines;
    }

    private void cleanUp() {
        log.stamped("🧹 Cleaning up old log files...");
        try {
            int deleted = logs.deleteOld();
            log.stamped(deleted == 0 ? "✅ No old logs to clean up" : "✅ Deleted " + deleted + " old log file(s)");
        } catch (IOException e) {
            log.stamped("⚠️  old logs can't be deleted: " + e.getMessage());
        }
    }
}
