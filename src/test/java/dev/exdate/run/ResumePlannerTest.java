package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.report.RunStatus;
import dev.exdate.run.ResumePlanner.Decision;
import dev.exdate.run.ResumePlanner.Mode;
import dev.exdate.run.ResumePlanner.Request;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.RunStart;
import dev.exdate.run.journal.TaskNotes;
import dev.exdate.run.plan.PlanJson;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start plans from what the journal has. */
class ResumePlannerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RunPlan WHOLE = new RunPlan(DAY, true, Map.of(), false, false, Map.of());
    private static final Unit MSTY = new Unit(UnitKind.SYMBOL, "MSTY");

    private TestDatabase database;
    private RunJournal journal;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        journal = new RunJournal(database, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private record NoWork(TaskName name) implements Task {
        @Override
        public TaskOutcome run(TaskContext context) {
            return new TaskOutcome.Succeeded(Tally.NONE);
        }
    }

    private Decision decide(Mode mode) throws Exception {
        Map<TaskName, Task> tasks = RunTasks.map();
        for (TaskName name : RunTasks.ALL) {
            tasks.put(name, new NoWork(name));
        }
        return new ResumePlanner(new PastRuns(database), journal, tasks, CLOCK)
                .decide(new Request(mode, WHOLE, false, TaskOptions.ofTheRun(DAY)));
    }

    private static PlannedRun go(Decision decision) {
        return ((Decision.Go) decision).planned();
    }

    /** A run in which the update failed for one symbol, and the rest ended as it does here. */
    private UUID run(RunStatus status, Map<TaskName, TaskOutcome> ends) throws Exception {
        Instant start = NOW.minus(Duration.ofHours(1));
        UUID id = UUID.randomUUID();
        PlannedRun planned = new PlannedRun(id, "run", start, false, WHOLE, Optional.empty(), RunTasks.ALL);
        journal.runStarts(
                new RunStart(
                        id, "run", DAY, start, false, PlanJson.of(planned), new RunStart.Versions("1", "15"), "host"),
                planned.tasks(),
                WHOLE);
        for (TaskName task : RunTasks.ALL) {
            TaskOutcome end = ends.getOrDefault(task, new TaskOutcome.Succeeded(Tally.NONE));
            Map<Unit, String> units =
                    end instanceof TaskOutcome.Failed failed ? Map.of(MSTY, failed.reason()) : Map.of();
            journal.taskEnded(
                    id,
                    new TaskRun(task, start, Duration.ZERO, end),
                    new TaskNotes.Pending(Tally.NONE, units, Set.of(), Set.of(), List.of()));
        }
        journal.runEnded(id, status, 1, "", null);
        return id;
    }

    private UUID failedRun() throws Exception {
        return run(RunStatus.FAILED, Map.of(TaskName.UPDATE, new TaskOutcome.Failed("HTTP 500", Tally.NONE)));
    }

    @Test
    void aResumedRunKeepsItsIdAndWhatItHasDone() throws Exception {
        UUID failed = failedRun();
        Decision decision = decide(Mode.RESUME);
        assertThat(go(decision).id()).isEqualTo(failed);
        assertThat(go(decision).plan().finished()).hasSize(11).doesNotContainKey(TaskName.UPDATE);
        assertThat(go(decision).plan().assignment(TaskName.UPDATE).open()).containsExactly(MSTY);
        assertThat(decision.lines()).last().asString().startsWith("   already done: discovery, classify-etfs, ");
    }

    @Test
    void aNewRunAsksAgainForWhatFailedBefore() throws Exception {
        UUID failed = failedRun();
        Decision decision = decide(Mode.ANEW);
        assertThat(go(decision).id()).isNotEqualTo(failed);
        assertThat(go(decision).plan().finished()).isEmpty();
        assertThat(go(decision).plan().assignment(TaskName.UPDATE).open()).containsExactly(MSTY);
    }

    @Test
    void onlyFailedAsksForTheFailedUnitsAlone() throws Exception {
        failedRun();
        Decision decision = decide(Mode.ONLY_FAILED);
        RunPlan plan = go(decision).plan();
        assertThat(plan.assignment(TaskName.UPDATE).only()).containsExactly(MSTY);
        assertThat(plan.left()).hasSize(11).doesNotContainKey(TaskName.UPDATE);
        assertThat(decision.lines()).singleElement().asString().endsWith("2026-11-23: update 1");
    }

    @Test
    void onlyFailedHasNothingToDoWhereNothingIsMissing() throws Exception {
        UUID failed = failedRun();
        database.execute("UPDATE exdate.failed_unit SET healed_at = now(), healed_by = '" + failed + "'");
        assertThat(decide(Mode.ONLY_FAILED)).isInstanceOf(Decision.Nothing.class);
    }

    @Test
    void onlyFailedRepeatsWhatWasSkippedOrCancelledAsAWhole() throws Exception {
        run(
                RunStatus.FAILED,
                Map.of(
                        TaskName.UPDATE, new TaskOutcome.Failed("HTTP 500", Tally.NONE),
                        TaskName.HOLDINGS, new TaskOutcome.Cancelled("SIGTERM", Tally.NONE),
                        TaskName.BACKUP, new TaskOutcome.Skipped("the main update failed")));
        Decision decision = decide(Mode.ONLY_FAILED);
        RunPlan plan = go(decision).plan();
        assertThat(plan.left()).hasSize(9).doesNotContainKeys(TaskName.UPDATE, TaskName.HOLDINGS, TaskName.BACKUP);
        assertThat(plan.assignment(TaskName.UPDATE).narrowed()).isTrue();
        assertThat(plan.assignment(TaskName.BACKUP).narrowed()).isFalse();
        assertThat(decision.lines()).singleElement().asString().endsWith("2026-11-23: update 1, holdings, backup");
    }

    @Test
    void resumeNamesWhatASuccessfulRunLacks() throws Exception {
        UUID run = run(
                RunStatus.SUCCEEDED,
                Map.of(
                        TaskName.FUTURE_DIVIDENDS, new TaskOutcome.Failed("HTTP 500", Tally.NONE),
                        TaskName.BACKUP, new TaskOutcome.Skipped("pg_dump is missing", true)));
        assertThat(decide(Mode.RESUME)).isInstanceOf(Decision.Nothing.class);
        assertThat(decide(Mode.RESUME).lines())
                .singleElement()
                .asString()
                .contains("succeeded at", "except for future-dividends 1, backup. Run `exdate run --only-failed`");
        database.execute("UPDATE exdate.failed_unit SET healed_at = now(), healed_by = '" + run + "'");
        assertThat(decide(Mode.RESUME).lines()).singleElement().asString().contains("except for backup. Run");
    }

    @Test
    void whatHasSucceededSinceIsNotRepeated() throws Exception {
        run(RunStatus.SUCCEEDED, Map.of(TaskName.BACKUP, new TaskOutcome.Skipped("pg_dump is missing", true)));
        database.execute("""
                INSERT INTO exdate.run (id, command, market_day, started_at, version, host, pid, status)
                SELECT gen_random_uuid(), 'backup', market_day, started_at + interval '1 minute', '1', 'host', 7, 'succeeded'
                FROM exdate.run;
                INSERT INTO exdate.task_run (run_id, task, started_at, ended_at, outcome)
                SELECT id, 'backup', started_at, started_at, 'succeeded' FROM exdate.run WHERE command = 'backup'
                """);
        assertThat(decide(Mode.ONLY_FAILED)).isInstanceOf(Decision.Nothing.class);
        assertThat(decide(Mode.RESUME).lines()).singleElement().asString().doesNotContain("except");
    }
}
