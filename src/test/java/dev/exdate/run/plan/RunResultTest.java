package dev.exdate.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunResultTest {
    private static RunResult with(TaskName task, TaskOutcome outcome) {
        return new RunResult(
                UUID.randomUUID(),
                LocalDate.of(2026, 11, 20),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(new TaskRun(task, Instant.EPOCH, Duration.ZERO, outcome)),
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty());
    }

    @Test
    void aBackupWithoutPgDumpIsWrongForStrictAlone() {
        RunResult result = with(TaskName.BACKUP, new TaskOutcome.Skipped("no pg_dump found", true));
        assertThat(result.anythingWrong()).isTrue();
        assertThat(result.status()).isEqualTo("succeeded");
    }

    @Test
    void whatAPersonLeavesOutIsNotWrong() {
        assertThat(with(TaskName.BACKUP, new TaskOutcome.Skipped("left out")).anythingWrong())
                .isFalse();
    }

    @Test
    void aPartThatASuccessLeavesOutIsNotWrong() {
        TaskOutcome outcome = new TaskOutcome.Succeeded(Tally.NONE, Optional.of("the ex-date page"));
        assertThat(with(TaskName.NYSE, outcome).anythingWrong()).isFalse();
    }
}
