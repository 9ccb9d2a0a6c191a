package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.report.RunStatus;
import dev.exdate.run.ResumePlanner.Mode;
import dev.exdate.run.ResumePlanner.Request;
import dev.exdate.run.ResumeRule.Choice;
import dev.exdate.run.journal.PastRuns.PastRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.task.TaskOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final String WHOLE = "{\"marketDay\": \"2026-11-23\"}";
    private static final String PART = "{\"marketDay\": \"2026-11-23\", \"left\": {\"nyse\": \"left out by --skip\"}}";

    private static Request request(Mode mode, boolean dayGiven) {
        RunPlan plan = new RunPlan(DAY, false, Map.of(), false, false, Map.of());
        return new Request(mode, plan, dayGiven, TaskOptions.ofTheRun(DAY));
    }

    private static PastRun run(LocalDate day, Duration ago, RunStatus status, String plan) {
        Instant start = NOW.minus(ago);
        return new PastRun(UUID.randomUUID(), day, start, start.plusSeconds(60), status, "", plan);
    }

    private static String said(Choice choice) {
        return switch (choice) {
            case Choice.Begin begin -> "begin: " + String.join(" ", begin.lines());
            case Choice.Resume resume -> "resume: " + resume.run().status().id();
            case Choice.RetryFailed retry -> "retry: " + retry.run().status().id();
            case Choice.Succeeded succeeded ->
                "nothing: " + succeeded.run().status().id();
            case Choice.NoRunToRetry ignored -> "nothing: no run";
        };
    }

    @ParameterizedTest(name = "{0}, last run {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ANEW        | none         | begin:
            ANEW        | SUCCEEDED    | begin:
            ANEW        | part         | begin:
            ANEW        | FAILED       | failed. This run starts anew
            ANEW        | CANCELLED    | was cancelled. This run starts anew
            ANEW        | DEAD         | died. This run starts anew
            ANEW        | RUNNING      | did not finish. This run starts anew
            AUTO        | none         | begin:
            AUTO        | SUCCEEDED    | begin:
            AUTO        | part         | begin:
            AUTO        | FAILED       | resume: failed
            AUTO        | CANCELLED    | resume: cancelled
            AUTO        | DEAD         | resume: dead
            AUTO        | RUNNING      | resume: running
            RESUME      | none         | Nothing to resume: the journal has no run of 2026-11-23. Starting it now
            RESUME      | SUCCEEDED    | nothing: succeeded
            RESUME      | part         | nothing: succeeded
            RESUME      | FAILED       | resume: failed
            RESUME      | CANCELLED    | resume: cancelled
            RESUME      | DEAD         | resume: dead
            RESUME      | RUNNING      | resume: running
            ONLY_FAILED | none         | nothing: no run
            ONLY_FAILED | SUCCEEDED    | retry: succeeded
            ONLY_FAILED | part         | retry: succeeded
            ONLY_FAILED | FAILED       | retry: failed
            ONLY_FAILED | CANCELLED    | retry: cancelled
            ONLY_FAILED | DEAD         | retry: dead
            ONLY_FAILED | RUNNING      | retry: running
            """)
    void modeAndLastRunDecide(Mode mode, String last, String expected) {
        List<PastRun> past = switch (last) {
            case "none" -> List.of();
            case "part" -> List.of(run(DAY, Duration.ofHours(1), RunStatus.SUCCEEDED, PART));
            default -> List.of(run(DAY, Duration.ofHours(1), RunStatus.valueOf(last), WHOLE));
        };
        String said = said(ResumeRule.choose(request(mode, false), past, NOW));
        if (expected.equals("begin:")) {
            assertThat(said.strip()).isEqualTo("begin:");
        } else {
            assertThat(said).contains(expected);
        }
    }

    @Test
    void allModesAreInTheTable() {
        assertThat(Arrays.stream(Mode.values()).map(Enum::name))
                .containsExactlyInAnyOrder("ANEW", "AUTO", "RESUME", "ONLY_FAILED");
    }

    @ParameterizedTest(name = "a failed run of {0}, {1} hours ago, day given: {2}")
    @CsvSource({
        "2026-11-23, 1, true, resume",
        "2026-11-23, 100, true, resume",
        "2026-11-22, 1, true, begin",
        "2026-11-22, 1, false, resume",
        "2026-11-22, 13, false, begin"
    })
    void aRunOfTheSameNightCountsUnlessTheDayWasNamed(LocalDate day, int hoursAgo, boolean dayGiven, String expected) {
        List<PastRun> past = List.of(run(day, Duration.ofHours(hoursAgo), RunStatus.FAILED, WHOLE));
        assertThat(said(ResumeRule.choose(request(Mode.AUTO, dayGiven), past, NOW)))
                .startsWith(expected);
    }

    @Test
    void aPartThatSucceededDoesNotHideAnUnfinishedRun() {
        List<PastRun> past = List.of(
                run(DAY, Duration.ofHours(1), RunStatus.SUCCEEDED, PART),
                run(DAY, Duration.ofHours(2), RunStatus.DEAD, WHOLE));
        assertThat(said(ResumeRule.choose(request(Mode.RESUME, false), past, NOW)))
                .isEqualTo("resume: dead");
    }

    @Test
    void onlyFailedLooksAtTheDaysRunAndNotAtAPartAfterIt() {
        List<PastRun> past = List.of(
                run(DAY, Duration.ofHours(1), RunStatus.SUCCEEDED, PART),
                run(DAY, Duration.ofHours(2), RunStatus.FAILED, WHOLE));
        assertThat(said(ResumeRule.choose(request(Mode.ONLY_FAILED, false), past, NOW)))
                .isEqualTo("retry: failed");
    }

    @Test
    void onlyFailedTakesTheNewestRunWhereTheDayHasNone() {
        List<PastRun> past = List.of(run(DAY.minusDays(3), Duration.ofDays(3), RunStatus.FAILED, WHOLE));
        assertThat(said(ResumeRule.choose(request(Mode.ONLY_FAILED, false), past, NOW)))
                .isEqualTo("retry: failed");
    }

    @Test
    void aWholeRunThatSucceededHidesWhatWasBeforeIt() {
        List<PastRun> past = List.of(
                run(DAY, Duration.ofHours(1), RunStatus.SUCCEEDED, WHOLE),
                run(DAY, Duration.ofHours(2), RunStatus.FAILED, WHOLE));
        assertThat(said(ResumeRule.choose(request(Mode.RESUME, false), past, NOW)))
                .startsWith("nothing");
    }
}
