package dev.exdate.run.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.FencedDatabase;
import dev.exdate.database.LockLost;
import dev.exdate.database.RunFence;
import dev.exdate.database.RunLock;
import dev.exdate.database.TestDatabase;
import dev.exdate.market.ExDateWindow;
import dev.exdate.report.PastReport;
import dev.exdate.report.RunHistory;
import dev.exdate.report.RunStatus;
import dev.exdate.report.SilentRuns;
import dev.exdate.run.DeadRuns;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.TaskState;
import dev.exdate.task.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunJournalTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);
    private static final ExDateWindow.Span WINDOW =
            new ExDateWindow.Span(LocalDate.of(2030, 12, 27), LocalDate.of(2031, 3, 7));

    private TestDatabase database;
    private RunJournal journal;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        journal = new RunJournal(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID starts(RunJournal writer, TaskName... tasks) throws Exception {
        UUID id = UUID.randomUUID();
        starts(writer, id, false, tasks);
        return id;
    }

    private static void starts(RunJournal writer, UUID id, boolean again, TaskName... tasks) throws Exception {
        RunPlan plan = new RunPlan(DAY, false, Map.of(), false, false, Map.of())
                .assigning(Map.of(NasdaqSource.SCRAPER, Assignment.of(WINDOW)));
        writer.runStarts(
                new RunStart(
                        id,
                        "run",
                        DAY,
                        Instant.now(),
                        again,
                        "{\"marketDay\": \"2031-01-06\"}",
                        new RunStart.Versions("1", "15.18"),
                        "host"),
                List.of(tasks),
                plan);
    }

    private void noSignOfLifeForAMinute() {
        database.execute("UPDATE exdate.run SET heartbeat_at = clock_timestamp() - interval '1 minute'");
    }

    @Test
    void theWholePlanIsWrittenAtTheStartWithItsWindows() throws Exception {
        starts(journal, NasdaqSource.SCRAPER, TaskName.UPDATE);
        assertThat(database.rows(
                        "SELECT task, outcome, started_at, window_from, window_to FROM exdate.task_run ORDER BY task"))
                .containsExactly("nasdaq|planned|-|2030-12-27|2031-03-07", "update|planned|-|-|-");
        assertThat(
                        database.rows(
                                "SELECT status, starts, server_version, plan ->> 'marketDay', heartbeat_at IS NOT NULL FROM exdate.run"))
                .containsExactly("running|1|15.18|2031-01-06|t");
        assertThat(database.value("SELECT schema_version ~ '^[0-9]+$' FROM exdate.run"))
                .isEqualTo("t");
    }

    @Test
    void aRunWithoutSignOfLifeAndLockIsDeadForWhoeverLooks() throws Exception {
        UUID run = starts(journal, NasdaqSource.SCRAPER, TaskName.UPDATE);
        journal.taskStarted(run, NasdaqSource.SCRAPER);
        RunHistory history = new RunHistory(database);
        assertThat(database.reading(SilentRuns::read))
                .as("it gave a sign of life just now")
                .isEmpty();
        noSignOfLifeForAMinute();
        try (RunLock lock = RunLock.take(database.address())) {
            assertThat(history.newest(1).getFirst().status())
                    .as("somebody holds the lock")
                    .isEqualTo(RunStatus.RUNNING);
        }
        // The server notices a moment later that its session has ended.
        database.awaitValue("SELECT " + RunLock.HELD, "f");
        assertThat(database.reading(SilentRuns::read))
                .singleElement()
                .asString()
                .contains("2031-01-06")
                .contains("no heartbeat since");
        assertThat(history.newest(1).getFirst().status()).isEqualTo(RunStatus.DEAD);
        assertThat(history.report(run).tasks())
                .extracting(PastReport.TaskEntry::state)
                .containsOnly(TaskState.CANCELLED);
        assertThat(database.rows("SELECT status, ended_at FROM exdate.run"))
                .as("looking writes nothing")
                .containsExactly("running|-");
    }

    @Test
    void theNextRunMarksADeadOneAndAsksForWhatItHadBegun() throws Exception {
        UUID run = starts(journal, NasdaqSource.SCRAPER, TaskName.UPDATE);
        journal.taskStarted(run, NasdaqSource.SCRAPER);
        assertThat(new DeadRuns(database).mark()).hasSize(1);
        assertThat(new DeadRuns(database).mark()).isEmpty();
        assertThat(database.rows("SELECT status, ended_at = heartbeat_at FROM exdate.run"))
                .containsExactly("dead|t");
        assertThat(database.rows("SELECT task, outcome, reason FROM exdate.task_run ORDER BY task"))
                .containsExactly("nasdaq|cancelled|the run died", "update|cancelled|the run died");
        assertThat(database.rows("SELECT task, unit_kind, unit FROM exdate.failed_unit"))
                .as("what was begun is to be asked for again")
                .containsExactly("nasdaq|window|2030-12-27..2031-03-07");
    }

    @Test
    void aSignOfLifeThatComesAfterTheEndDoesNotBringARunBack() throws Exception {
        UUID run = starts(journal, TaskName.UPDATE);
        journal.runEnded(run, RunStatus.SUCCEEDED, 0, "", null);
        journal.beat(run, List.of());
        assertThat(database.rows("SELECT status, exit_code, ended_at IS NOT NULL FROM exdate.run"))
                .containsExactly("succeeded|0|t");
    }

    @Test
    void aRunThatIsGoneOnWithIsOneEntryAndWhatItHasDoneStays() throws Exception {
        UUID run = starts(journal, NasdaqSource.SCRAPER, TaskName.UPDATE);
        Tally tally = new Tally(71, 300, 300, 0, 0, 0);
        journal.taskStarted(run, NasdaqSource.SCRAPER);
        journal.taskEnded(
                run,
                new TaskRun(
                        NasdaqSource.SCRAPER, Instant.now(), Duration.ofSeconds(3), new TaskOutcome.Succeeded(tally)),
                TaskNotes.Pending.NONE);
        noSignOfLifeForAMinute();
        new DeadRuns(database).mark();
        Map<TaskName, TaskRun> done = new PastRuns(database).done(run);
        assertThat(done).containsOnlyKeys(NasdaqSource.SCRAPER);
        assertThat(done.get(NasdaqSource.SCRAPER).tally()).isEqualTo(tally);
        starts(new RunJournal(database, Clock.systemUTC()), run, true, TaskName.UPDATE);
        assertThat(database.rows("SELECT status, starts, ended_at, reason FROM exdate.run"))
                .containsExactly("running|2|-|-");
        assertThat(database.rows("SELECT task, outcome FROM exdate.task_run ORDER BY task"))
                .containsExactly("nasdaq|succeeded", "update|planned");
    }

    @Test
    void aProcessThatHasLostItsPlaceWritesNothingAnyMore() throws Exception {
        UUID run = starts(journal, TaskName.UPDATE);
        RunFence fence = new RunFence();
        fence.set(journal.right());
        FencedDatabase before = new FencedDatabase(database.pool(), fence);
        assertThat(before.<Integer>inTransaction(connection -> 1)).isEqualTo(1);
        starts(new RunJournal(database, Clock.systemUTC()), run, true, TaskName.UPDATE);
        assertThatThrownBy(() -> before.inTransaction(connection -> 1)).isInstanceOf(LockLost.class);
        assertThatThrownBy(() -> journal.beat(run, List.of())).isInstanceOf(LockLost.class);
        assertThatThrownBy(() -> journal.runEnded(run, RunStatus.SUCCEEDED, 0, "", null))
                .isInstanceOf(LockLost.class);
        assertThat(database.value("SELECT status FROM exdate.run")).isEqualTo("running");
    }

    @Test
    void aUnitThatFailedStaysOpenUntilALaterRunHasHadIt() throws Exception {
        Unit symbol = new Unit(dev.exdate.task.UnitKind.SYMBOL, "ZZTA");
        UUID first = starts(journal, TaskName.UPDATE);
        journal.taskStarted(first, TaskName.UPDATE);
        journal.beat(first, List.of(progress(Map.of(symbol, "HTTP 503\nand more\0"), Set.of())));
        assertThat(journal.openUnitsOf(first)).containsOnly(Map.entry(TaskName.UPDATE, Set.of(symbol)));
        assertThat(database.value("SELECT reason FROM exdate.failed_unit")).isEqualTo("HTTP 503");
        UUID second = starts(journal, TaskName.UPDATE);
        assertThat(journal.taskStarted(second, TaskName.UPDATE)).containsExactly(symbol);
        journal.beat(second, List.of(progress(Map.of(), Set.of(symbol))));
        assertThat(journal.openUnits()).isEmpty();
        assertThat(database.value("SELECT healed_by FROM exdate.failed_unit")).isEqualTo(second.toString());
    }

    private static RunJournal.Progress progress(Map<Unit, String> failed, Set<Unit> healed) {
        return new RunJournal.Progress(
                TaskName.UPDATE,
                new TaskNotes.Pending(new Tally(1, 0, 0, 0, 0, 1), failed, healed, Set.of(), List.of()),
                "at work");
    }
}
