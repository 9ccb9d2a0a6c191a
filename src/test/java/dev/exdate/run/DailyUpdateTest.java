package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.report.RunStatus;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyUpdateTest {
    @TempDir
    Path folder;

    private RunScene scene;

    @BeforeEach
    void open() {
        scene = new RunScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private RunResult run() throws Exception {
        return scene.run(RunScene.wholePlan());
    }

    private static TaskState state(RunResult result, TaskName task) {
        return result.task(task).orElseThrow().state();
    }

    private String log() throws Exception {
        return scene.log();
    }

    @Test
    void allTwelveTasksRunInTheirOrder() throws Exception {
        RunResult result = run();
        assertThat(result.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(scene.started).hasSize(12);
        assertThat(scene.started.subList(0, 2)).containsExactly(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS);
        assertThat(Set.copyOf(scene.started.subList(2, 7))).isEqualTo(Set.copyOf(Phase.PHASE_1.tasks()));
        assertThat(scene.started.get(7)).isEqualTo(TaskName.UPDATE);
        assertThat(Set.copyOf(scene.started.subList(8, 12))).isEqualTo(Set.copyOf(Phase.PHASE_2.tasks()));
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
                .forEach(task -> scene.does(task, context -> {
                    all.countDown();
                    assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
                    return new TaskOutcome.Succeeded(Tally.NONE);
                }));
        assertThat(state(run(), SnowballSource.SCRAPER)).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void onOtherDaysDiscoveryIsSkippedWithItsReason() throws Exception {
        RunResult result = scene.run(RunScene.plan(false, Map.of(), false, false));
        assertThat(scene.started).doesNotContain(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS);
        assertThat(result.task(TaskName.DISCOVERY).orElseThrow().reason()).contains("runs weekly on Sundays");
        assertThat(log()).contains("⏭️  Skipping discovery (runs weekly on Sundays)");
    }

    @Test
    void aFailedScraperStopsNothingAndIsNamedWithItsReason() throws Exception {
        scene.fails(CboeSource.SCRAPER);
        RunResult result = run();
        assertThat(result.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(result.anythingWrong()).isTrue();
        assertThat(scene.started).hasSize(12);
        assertThat(log())
                .contains("  ⚠️  CBOE: Failed (non-critical)")
                .contains("     reason: cboe is broken")
                .contains("  ✅ NASDAQ: Success");
    }

    @Test
    void allScrapersMayFail() throws Exception {
        scene.fails(Phase.PHASE_1.tasks().toArray(TaskName[]::new));
        RunResult result = run();
        assertThat(result.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(state(result, TaskName.UPDATE)).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void afterAFailedUpdatePhase2IsSkippedAndReported() throws Exception {
        scene.fails(TaskName.UPDATE);
        RunResult result = run();
        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(scene.started)
                .doesNotContain(TaskName.COMPANIES, TaskName.HOLDINGS, TaskName.FUTURE_DIVIDENDS, TaskName.BACKUP);
        assertThat(result.task(TaskName.BACKUP).orElseThrow().reason()).contains("the main update failed");
        assertThat(log())
                .contains("❌ Data update failed")
                .contains("📊 FINAL DATABASE STATUS REPORT")
                .contains("⚠️  DAILY UPDATE COMPLETED WITH ERRORS")
                .doesNotContain("Step 2 (Main Update):");
        assertThat(scene.database.rows("SELECT outcome, reason FROM exdate.task_run WHERE task = 'backup'"))
                .containsExactly("skipped|the main update failed");
    }

    @Test
    void aFailedDiscoveryFailsTheRunWhichGoesOn() throws Exception {
        scene.fails(TaskName.DISCOVERY);
        RunResult result = run();
        assertThat(result.criticalTaskFailed()).isTrue();
        assertThat(state(result, TaskName.CLASSIFY_ETFS)).isEqualTo(TaskState.SKIPPED);
        assertThat(state(result, TaskName.BACKUP)).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void whateverATaskThrowsIsAFailureWithItsTraceInTheLogOnly() throws Exception {
        scene.does(NyseSource.SCRAPER, context -> {
            throw new StackOverflowError("too deep, s3cret");
        });
        RunResult result = run();
        assertThat(state(result, NyseSource.SCRAPER)).isEqualTo(TaskState.FAILED);
        assertThat(log())
                .contains("java.lang.StackOverflowError")
                .contains("too deep, •••")
                .doesNotContain("s3cret");
        assertThat(scene.terminal.toString()).doesNotContain("\tat ");
    }

    @Test
    void aTaskThatHangsIsEndedAtItsLimitAndHasFailed() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        scene.does(SnowballSource.SCRAPER, context -> {
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        RunResult result = scene.run(new RunPlan(
                RunScene.DAY, false, Map.of(), false, false, Map.of(SnowballSource.SCRAPER, Duration.ofMillis(300))));
        assertThat(result.task(SnowballSource.SCRAPER).orElseThrow().reason().orElseThrow())
                .contains("timed out: limit 0.3s")
                .contains("EXDATE_TASK_SNOWBALL_TIMEOUT");
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCancelledRunEndsItsTasksAndReportsThemAsCancelled() throws Exception {
        scene.isCancelledIn(TaskName.UPDATE);
        RunResult result = run();
        assertThat(result.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(state(result, TaskName.UPDATE)).isEqualTo(TaskState.CANCELLED);
        assertThat(state(result, TaskName.BACKUP)).isEqualTo(TaskState.CANCELLED);
        assertThat(scene.started).doesNotContain(TaskName.BACKUP);
        assertThat(log())
                .contains("🛑 DAILY UPDATE CANCELLED")
                .contains("backup: Cancelled (SIGTERM)")
                .doesNotContain("DAILY UPDATE COMPLETED");
    }

    @Test
    void aCancelledRunListsOnlyWhatWasAskedFor() throws Exception {
        scene.isCancelledIn(TaskName.UPDATE);
        RunResult result = scene.run(RunScene.plan(
                false,
                RunPlan.leaving(Set.of(CboeSource.SCRAPER, TaskName.UPDATE, TaskName.BACKUP), Set.of()),
                false,
                false));
        assertThat(result.tasks().stream().filter(TaskRun::cancelled).map(TaskRun::name))
                .containsExactly(TaskName.UPDATE, TaskName.BACKUP);
        String afterTheUpdate = log().substring(log().indexOf("STEP 2"));
        assertThat(afterTheUpdate).contains("backup: Cancelled (SIGTERM)").doesNotContain("--only", "Sunday");
        assertThat(scene.database.rows("SELECT reason FROM exdate.task_run WHERE task = 'holdings'"))
                .containsExactly("not in --only");
    }

    @Test
    void aFailedUpdateIsNoReasonForWhatWasNotAskedFor() throws Exception {
        scene.fails(TaskName.UPDATE);
        RunResult result =
                scene.run(RunScene.plan(false, RunPlan.leaving(Set.of(), Set.of(TaskName.HOLDINGS)), false, false));
        assertThat(result.task(TaskName.HOLDINGS).orElseThrow().reason()).contains("left out by --skip");
        assertThat(result.task(TaskName.BACKUP).orElseThrow().reason()).contains("the main update failed");
    }

    @Test
    void everyTasksLogIsMergedUnderAHeadingTheFailedOnesToo() throws Exception {
        scene.fails(CboeSource.SCRAPER);
        run();
        assertThat(Files.readString(folder.resolve("cboe_20261123.log")))
                .contains("2026-11-23 22:00:00 - working on cboe")
                .contains("❌ cboe failed: cboe is broken");
        for (TaskName task : Set.of(CboeSource.SCRAPER, YieldMaxSource.SCRAPER, TaskName.UPDATE, TaskName.BACKUP)) {
            assertThat(log()).contains("working on " + task.id());
        }
    }

    @Test
    void theBackupMayRunLastAndThenKnowsWhatHasEnded() throws Exception {
        AtomicReference<Set<TaskName>> known = new AtomicReference<>();
        scene.does(TaskName.BACKUP, context -> {
            known.set(context.ended());
            return new TaskOutcome.Succeeded(Tally.NONE);
        });
        scene.run(RunScene.plan(true, Map.of(), false, true));
        assertThat(known.get()).hasSize(11);
    }

    @Test
    void inSerialOneTaskFollowsTheOther() throws Exception {
        scene.run(RunScene.plan(true, Map.of(), true, false));
        assertThat(scene.started).containsExactlyElementsOf(RunTasks.ALL);
    }

    @Test
    void leftOutTasksAreSkippedWithTheReason() throws Exception {
        RunResult result =
                scene.run(RunScene.plan(true, RunPlan.leaving(Set.of(TaskName.UPDATE), Set.of()), false, false));
        assertThat(scene.started).containsExactly(TaskName.UPDATE);
        assertThat(result.task(CboeSource.SCRAPER).orElseThrow().reason()).contains("not in --only");
    }

    @Test
    void theJournalKnowsOutcomesAndCounts() throws Exception {
        scene.fails(CboeSource.SCRAPER);
        run();
        assertThat(scene.database.rows("SELECT task, outcome, asked, read, added, failed FROM exdate.task_run"
                        + " WHERE task IN ('cboe', 'nasdaq') ORDER BY task"))
                .containsExactly("cboe|failed|5|0|0|5", "nasdaq|succeeded|1|2|3|0");
        assertThat(scene.database.rows("SELECT status FROM exdate.run")).containsExactly("succeeded");
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
