package dev.exdate.run.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.report.PastReport;
import dev.exdate.report.RunStatus;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run's report from the journal. */
class PastReportTextTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private static PastReport report(RunStatus status, TaskName task, TaskState state, int failed, String json) {
        PastReport.Run run = new PastReport.Run(
                UUID.fromString("3f2a61c0-0000-0000-0000-000000000000"),
                "run",
                LocalDate.of(2026, 11, 23),
                START,
                Optional.of(START.plusSeconds(2903)),
                status,
                Optional.empty(),
                2,
                "",
                new PastReport.Origin("0.1.0", "15.18", "7", "host", 42),
                Optional.of(json).filter(text -> !text.isEmpty()));
        String remark = state == TaskState.RUNNING ? "row 7" : "why";
        PastReport.TaskEntry entry = new PastReport.TaskEntry(
                task.id(), Optional.of(START), Optional.empty(), state, remark, new Tally(1234, 5, 1, 0, 4, 0));
        List<PastReport.FailedUnit> units = IntStream.range(0, failed)
                .mapToObj(i -> new PastReport.FailedUnit(task.id(), "symbol", "S" + i, "HTTP 500", i == 0))
                .toList();
        return new PastReport(run, List.of(entry), units);
    }

    private static List<String> lines(PastReport report) {
        return new PastReportText(report, false).lines();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update | PLANNED   | "  🕐 Main update: Not started"
            update | RUNNING   | "  ⏳ Main update: Running: row 7"
            update | SUCCEEDED | "  ✅ Main update: Success"
            update | FAILED    | "  ❌ Main update: Failed"
            cboe   | FAILED    | "  ⚠️  CBOE: Failed (non-critical)"
            cboe   | SKIPPED   | "  ⏭️  CBOE: Skipped (why)"
            cboe   | CANCELLED | "  🛑 CBOE: Cancelled (why)"
            """)
    void aTasksLineSaysHowItStands(String task, TaskState state, String line) {
        assertThat(lines(report(RunStatus.FAILED, RunTasks.find(task).orElseThrow(), state, 0, "")))
                .contains(line);
    }

    @Test
    void theHeadSaysHowTheRunEnded() {
        assertThat(lines(report(RunStatus.DEAD, CboeSource.SCRAPER, TaskState.CANCELLED, 0, "")))
                .contains(
                        "📋 DAILY UPDATE of 2026-11-23: dead",
                        "Started: 2026-11-23 22:00:00 ET, resumed once",
                        "Last heartbeat: 2026-11-23 22:48:23 ET",
                        "Total execution time: 48m 23s");
    }

    @Test
    void failedRequestsAreCountedAndTheFirstOnesListed() {
        assertThat(lines(report(RunStatus.FAILED, CboeSource.SCRAPER, TaskState.FAILED, 71, "")))
                .contains(
                        "     reason: why",
                        "     71 requests failed, 1 recovered since; `exdate run --only-failed` retries them",
                        "       ✅ symbol S0: HTTP 500",
                        "       ❌ symbol S4: HTTP 500",
                        "       and 66 more (--all lists them)");
    }

    @Test
    void theClosingReportFollowsTheTasks() {
        String json = "{\"status\": [\"📈 Total symbols in database: 5\"], \"findings\": [], \"phases\": []}";
        assertThat(lines(report(RunStatus.SUCCEEDED, CboeSource.SCRAPER, TaskState.SUCCEEDED, 0, json)))
                .containsSubsequence(
                        "📊 SCRAPER RESULTS:",
                        "📊 FINAL DATABASE STATUS REPORT",
                        "📈 Total symbols in database: 5",
                        "🔍 ERROR DETECTION & DATA QUALITY CHECKS",
                        "⚡ PERFORMANCE BREAKDOWN:");
    }
}
