package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.market.TradingCalendar;
import dev.exdate.report.DatabaseReports;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.RunStart;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Secret;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyUpdateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    private TestDatabase database;
    private final List<TaskName> started = new CopyOnWriteArrayList<>();
    private final Map<TaskName, Body> bodies = new EnumMap<>(TaskName.class);
    private final StringWriter terminal = new StringWriter();
    private final AtomicReference<TaskRunner> runner = new AtomicReference<>();

    /** What a task does in a test. */
    private interface Body {
        TaskOutcome run(TaskContext context) throws Exception;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RunPlan plan(boolean discover, Map<TaskName, String> left, boolean serial, boolean backupLast) {
        return new RunPlan(DAY, discover, left, serial, backupLast, Map.of());
    }

    private RunResult run(RunPlan plan) throws Exception {
        Map<TaskName, Task> tasks = new EnumMap<>(TaskName.class);
        for (TaskName name : TaskName.values()) {
            tasks.put(name, new Task() {
                @Override
                public TaskName name() {
                    return name;
                }

                @Override
                public TaskOutcome run(TaskContext context) throws Exception {
                    started.add(name);
                    context.log().line("working on " + name.id());
                    return bodies.getOrDefault(name, any -> new TaskOutcome.Succeeded(new Tally(1, 2, 3, 0, 0, 0)))
                            .run(context);
                }
            });
        }
        Redaction redaction = new Redaction(List.of(new Secret("s3cret")));
        LogFolder logs = new LogFolder(Optional.of(folder), CLOCK, redaction);
        RunJournal journal = new RunJournal(database, CLOCK);
        UUID id = UUID.randomUUID();
        RunStart start = new RunStart(id, "run", DAY, NOW, false, "{}", new RunStart.Versions("test", "15"), "host");
        journal.runStarts(start, List.of(TaskName.values()), plan);
        DatabaseReports reports = new DatabaseReports(database, new TradingCalendar());
        try (RunLog log = logs.openRunLog(new PrintWriter(terminal, true));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runner.set(new TaskRunner(plan, tasks, id, NOW, journal, logs, log, CLOCK));
            RunNarrator narrator = new RunNarrator(
                    plan, runner.get(), reports, new ClosingReport(reports, logs, log, CLOCK), log, CLOCK);
            RunResult result = new DailyUpdate(plan, runner.get(), narrator, threads).run();
            journal.runEnded(id, result.status(), 0, "", null);
            return result;
        }
    }

    private RunResult run() throws Exception {
        return run(plan(true, Map.of(), false, false));
    }

    private String log() throws Exception {
        return Files.readString(folder.resolve("daily_update_v3_20261123.log"));
    }

    private static String outcome(RunResult result, TaskName task) {
        return result.task(task).orElseThrow().outcomeWord();
    }

    private void fails(TaskName... tasks) {
        for (TaskName task : tasks) {
            bodies.put(task, context -> {
                throw new TaskFailed(task.id() + " is broken", new Tally(5, 0, 0, 0, 0, 5));
            });
        }
    }

    @Test
    void allTwelveTasksRunInTheirOrder() throws Exception {
        RunResult result = run();
        assertThat(result.status()).isEqualTo("succeeded");
        assertThat(started).hasSize(12);
        assertThat(started.subList(0, 2)).containsExactly(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS);
        assertThat(Set.copyOf(started.subList(2, 7))).isEqualTo(Set.copyOf(Phase.PHASE_1.tasks()));
        assertThat(started.get(7)).isEqualTo(TaskName.UPDATE);
        assertThat(Set.copyOf(started.subList(8, 12))).isEqualTo(Set.copyOf(Phase.PHASE_2.tasks()));
        assertThat(log())
                .contains("📊 SCRAPER RESULTS:")
                .contains("  ✅ YieldMax: Success")
                .contains("📊 TASK RESULTS:")
                .contains("  ✅ Database backup: Success")
                .contains("📊 DATA COMPLETENESS:")
                .contains("⚡ PERFORMANCE BREAKDOWN:")
                .contains("  Phase 1 (Parallel Scrapers): 0s")
                .contains("  Step 2 (Main Update): 0s")
                .contains("  Phase 2 (Parallel Post-Tasks): 0s")
                .contains("Total execution time: 0m 0s")
                .contains("🎉 DAILY UPDATE COMPLETED SUCCESSFULLY");
    }

    @Test
    void thePhasesTasksRunSideBySide() throws Exception {
        CountDownLatch all = new CountDownLatch(5);
        Phase.PHASE_1
                .tasks()
                .forEach(task -> bodies.put(task, context -> {
                    all.countDown();
                    assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
                    return new TaskOutcome.Succeeded(Tally.NONE);
                }));
        assertThat(outcome(run(), TaskName.SNOWBALL)).isEqualTo("succeeded");
    }

    @Test
    void onOtherDaysDiscoveryIsSkippedWithItsReason() throws Exception {
        RunResult result = run(plan(false, Map.of(), false, false));
        assertThat(started).doesNotContain(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS);
        assertThat(result.task(TaskName.DISCOVERY).orElseThrow().reason()).contains("runs weekly on Sundays");
        assertThat(log()).contains("⏭️  Skipping discovery (runs weekly on Sundays)");
    }

    @Test
    void aFailedScraperStopsNothingAndIsNamedWithItsReason() throws Exception {
        fails(TaskName.CBOE);
        RunResult result = run();
        assertThat(result.status()).isEqualTo("succeeded");
        assertThat(result.anythingWrong()).isTrue();
        assertThat(started).hasSize(12);
        assertThat(log())
                .contains("  ⚠️  CBOE: Failed (non-critical)")
                .contains("     reason: cboe is broken")
                .contains("  ✅ NASDAQ: Success");
    }

    @Test
    void allScrapersMayFail() throws Exception {
        fails(Phase.PHASE_1.tasks().toArray(TaskName[]::new));
        RunResult result = run();
        assertThat(result.status()).isEqualTo("succeeded");
        assertThat(outcome(result, TaskName.UPDATE)).isEqualTo("succeeded");
    }

    @Test
    void afterAFailedUpdatePhase2IsSkippedAndReported() throws Exception {
        fails(TaskName.UPDATE);
        RunResult result = run();
        assertThat(result.status()).isEqualTo("failed");
        assertThat(started)
                .doesNotContain(TaskName.COMPANIES, TaskName.HOLDINGS, TaskName.FUTURE_DIVIDENDS, TaskName.BACKUP);
        assertThat(result.task(TaskName.BACKUP).orElseThrow().reason()).contains("the main update failed");
        assertThat(log())
                .contains("❌ Data update failed")
                .contains("📊 FINAL DATABASE STATUS REPORT")
                .contains("⚠️  DAILY UPDATE COMPLETED WITH ERRORS")
                .doesNotContain("Step 2 (Main Update):");
        assertThat(database.rows("SELECT outcome, reason FROM exdate.task_run WHERE task = 'backup'"))
                .containsExactly("skipped|the main update failed");
    }

    @Test
    void aFailedDiscoveryFailsTheRunWhichGoesOn() throws Exception {
        fails(TaskName.DISCOVERY);
        RunResult result = run();
        assertThat(result.criticalTaskFailed()).isTrue();
        assertThat(outcome(result, TaskName.CLASSIFY_ETFS)).isEqualTo("skipped");
        assertThat(outcome(result, TaskName.BACKUP)).isEqualTo("succeeded");
    }

    @Test
    void whateverATaskThrowsIsAFailureWithItsTraceInTheLogOnly() throws Exception {
        bodies.put(TaskName.NYSE, context -> {
            throw new StackOverflowError("too deep, s3cret");
        });
        RunResult result = run();
        assertThat(outcome(result, TaskName.NYSE)).isEqualTo("failed");
        assertThat(log())
                .contains("java.lang.StackOverflowError")
                .contains("too deep, •••")
                .doesNotContain("s3cret");
        assertThat(terminal.toString()).doesNotContain("\tat ");
    }

    @Test
    void aTaskThatHangsIsEndedAtItsLimitAndHasFailed() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        bodies.put(TaskName.SNOWBALL, context -> {
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        RunResult result =
                run(new RunPlan(DAY, false, Map.of(), false, false, Map.of(TaskName.SNOWBALL, Duration.ofMillis(300))));
        assertThat(result.task(TaskName.SNOWBALL).orElseThrow().reason().orElseThrow())
                .contains("not done within its limit")
                .contains("EXDATE_TASK_SNOWBALL_TIMEOUT");
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCancelledRunEndsItsTasksAndReportsThemAsCancelled() throws Exception {
        bodies.put(TaskName.UPDATE, context -> {
            runner.get().cancel(new CancelReason(CancelReason.Kind.SIGNAL, "TERM received"));
            new CountDownLatch(1).await();
            throw new IllegalStateException();
        });
        RunResult result = run();
        assertThat(result.status()).isEqualTo("cancelled");
        assertThat(outcome(result, TaskName.UPDATE)).isEqualTo("cancelled");
        assertThat(outcome(result, TaskName.BACKUP)).isEqualTo("cancelled");
        assertThat(started).doesNotContain(TaskName.BACKUP);
    }

    @Test
    void everyTasksLogIsMergedUnderAHeadingTheFailedOnesToo() throws Exception {
        fails(TaskName.CBOE);
        run();
        assertThat(Files.readString(folder.resolve("cboe_20261123.log")))
                .contains("2026-11-23 22:00:00 - working on cboe")
                .contains("❌ cboe failed: cboe is broken");
        for (TaskName task : EnumSet.of(TaskName.CBOE, TaskName.YIELDMAX, TaskName.UPDATE, TaskName.BACKUP)) {
            assertThat(log()).contains("working on " + task.id());
        }
    }

    @Test
    void theBackupMayRunLastAndThenKnowsWhatHasEnded() throws Exception {
        AtomicReference<Set<TaskName>> known = new AtomicReference<>();
        bodies.put(TaskName.BACKUP, context -> {
            known.set(context.ended());
            return new TaskOutcome.Succeeded(Tally.NONE);
        });
        run(plan(true, Map.of(), false, true));
        assertThat(known.get()).hasSize(11);
    }

    @Test
    void inSerialOneTaskFollowsTheOther() throws Exception {
        run(plan(true, Map.of(), true, false));
        assertThat(started).containsExactly(TaskName.values());
    }

    @Test
    void leftOutTasksAreSkippedWithTheReason() throws Exception {
        RunResult result = run(plan(true, RunPlan.leaving(Set.of(TaskName.UPDATE), Set.of()), false, false));
        assertThat(started).containsExactly(TaskName.UPDATE);
        assertThat(result.task(TaskName.CBOE).orElseThrow().reason()).contains("not among --only");
    }

    @Test
    void theJournalKnowsOutcomesAndCounts() throws Exception {
        fails(TaskName.CBOE);
        run();
        assertThat(database.rows("SELECT task, outcome, asked, read, added, failed FROM exdate.task_run"
                        + " WHERE task IN ('cboe', 'nasdaq') ORDER BY task"))
                .containsExactly("cboe|failed|5|0|0|5", "nasdaq|succeeded|1|2|3|0");
        assertThat(database.rows("SELECT status FROM exdate.run")).containsExactly("succeeded");
    }

    @Test
    void oldLogsGoAfter14DaysAndNothingElseDoes() throws Exception {
        for (String name :
                List.of("cboe_20261108.log", "cboe_20261109.log", "mine_20200101.log", "cboe_20200101.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }
        run();
        assertThat(folder.resolve("cboe_20261108.log")).doesNotExist();
        assertThat(folder.resolve("cboe_20261109.log")).exists();
        assertThat(folder.resolve("mine_20200101.log")).exists();
        assertThat(folder.resolve("cboe_20200101.txt")).exists();
        assertThat(log()).contains("✅ Deleted 1 old log file(s)");
    }

    @Test
    void anEmptyDatabaseGivesAReportWithoutDivisionByNothing() throws Exception {
        run();
        assertThat(log())
                .contains("📈 Total symbols in database: 0")
                .contains("  💰 Symbols with prices: 0 (0.0%)")
                .contains("🏆 TOP 10 DIVIDEND YIELDERS:");
    }
}
