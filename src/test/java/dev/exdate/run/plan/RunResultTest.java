package dev.exdate.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.finding.NewFindings;
import dev.exdate.report.ClosingFigures;
import dev.exdate.report.RunStatus;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunResultTest {
    private static RunResult with(TaskName task, TaskOutcome outcome) {
        return with(task, outcome, Optional.empty());
    }

    private static RunResult with(TaskName task, TaskOutcome outcome, Optional<CancelReason> stop) {
        return new RunResult(
                new RunIdentity(UUID.randomUUID(), LocalDate.of(2026, 11, 20), Instant.EPOCH),
                Duration.ZERO,
                List.of(new TaskRun(task, Instant.EPOCH, Duration.ZERO, outcome)),
                List.of(),
                new ClosingFigures(Optional.empty(), List.of(), NewFindings.NONE, ""),
                stop,
                new TreeMap<>());
    }

    @ParameterizedTest(name = "{0} failed: {1}, stopped by {2}")
    @CsvSource({
        "update,    false, ,              SUCCEEDED",
        "update,    true,  ,              FAILED",
        "discovery, true,  ,              FAILED",
        "cboe,      true,  ,              SUCCEEDED",
        "update,    false, SIGNAL,        CANCELLED",
        "update,    true,  SIGNAL,        CANCELLED",
        "cboe,      false, LIMIT,         FAILED",
        "cboe,      false, LOCK_LOST,     FAILED",
        "cboe,      false, DATABASE_GONE, FAILED"
    })
    void criticalTasksAndStopsDecideTheStatus(
            String task, boolean failed, CancelReason.@Nullable Kind stop, RunStatus expected) {
        TaskOutcome outcome =
                failed ? new TaskOutcome.Failed("broken", Tally.NONE) : new TaskOutcome.Succeeded(Tally.NONE);
        Optional<CancelReason> reason = Optional.ofNullable(stop).map(kind -> new CancelReason(kind, "why"));
        assertThat(with(RunTasks.find(task).orElseThrow(), outcome, reason).status())
                .isEqualTo(expected);
    }

    @Test
    void aBackupWithoutPgDumpIsWrongForStrictAlone() {
        RunResult result = with(TaskName.BACKUP, new TaskOutcome.Skipped("no pg_dump found", true));
        assertThat(result.anythingWrong()).isTrue();
        assertThat(result.status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void whatAPersonLeavesOutIsNotWrong() {
        assertThat(with(TaskName.BACKUP, new TaskOutcome.Skipped("left out")).anythingWrong())
                .isFalse();
    }

    @Test
    void aPartThatASuccessLeavesOutIsNotWrong() {
        TaskOutcome outcome = new TaskOutcome.Succeeded(Tally.NONE, Optional.of("the ex-date page"));
        assertThat(with(NyseSource.SCRAPER, outcome).anythingWrong()).isFalse();
    }
}
