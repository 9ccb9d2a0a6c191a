package dev.exdate.run;

import static dev.exdate.run.plan.Phase.PHASE_1;
import static dev.exdate.run.plan.Phase.PHASE_2;
import static dev.exdate.run.plan.Phase.STEP_1;
import static dev.exdate.task.TaskName.BACKUP;
import static dev.exdate.task.TaskName.CLASSIFY_ETFS;
import static dev.exdate.task.TaskName.DISCOVERY;
import static dev.exdate.task.TaskName.UPDATE;

import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The daily run.
 *
 * <table>
 * <caption>What runs when, and what a failure means</caption>
 * <tr><th>Step</th><th>Tasks</th><th>If one fails</th></tr>
 * <tr><td>Step 1, Sundays</td><td>discovery, then classify-etfs</td><td>discovery: goes on, ends as failed</td></tr>
 * <tr><td>Phase 1, side by side</td><td>yieldmax cboe nasdaq nyse snowball</td><td>reported only</td></tr>
 * <tr><td>Step 2, alone</td><td>update</td><td>phase 2 is skipped, ends as failed</td></tr>
 * <tr><td>Phase 2, side by side</td><td>companies holdings future-dividends backup</td><td>reported only</td></tr>
 * </table>
 *
 * The phases are Mutiny {@link Uni}s joined over virtual threads; the main update blocks between them.
 */
public final class DailyUpdate {
    private final RunPlan plan;
    private final TaskRunner runner;
    private final RunNarrator narrator;
    private final Executor threads;

    public DailyUpdate(RunPlan plan, TaskRunner runner, RunNarrator narrator, Executor threads) {
        this.plan = plan;
        this.runner = runner;
        this.narrator = narrator;
        this.threads = threads;
    }

    /** Runs to the end, whatever the tasks do; what happened is in the result, and was said as it happened. */
    public RunResult run() {
        narrator.runStarts();

        step1();
        phase1().await().indefinitely();
        TaskRun update = step2();
        if (update.failed()) {
            runner.skip(PHASE_2, "the main update failed");
            narrator.phaseSkipped(PHASE_2);
        } else {
            phase2().await().indefinitely();
        }

        return narrator.runEnds();
    }

    private void step1() {
        if (plan.toRun(STEP_1).isEmpty()) {
            narrator.discoverySkipped(plan.whyNoDiscovery());
            runner.skip(STEP_1, plan.whyNoDiscovery());
            return;
        }
        narrator.step1Starts();
        TaskRun discovery = runner.run(DISCOVERY);
        narrator.discoveryEnded(discovery);
        if (discovery.failed()) {
            runner.skip(CLASSIFY_ETFS, "discovery failed");
        } else {
            narrator.classificationStarts();
            narrator.classificationEnded(runner.run(CLASSIFY_ETFS));
        }
    }

    private Uni<Void> phase1() {
        return narrator.phase(PHASE_1, sideBySide(PHASE_1.tasks()));
    }

    private TaskRun step2() {
        narrator.updateStarts();
        TaskRun update = runner.run(UPDATE);
        narrator.updateEnded(update);
        return update;
    }

    private Uni<Void> phase2() {
        if (!plan.backupLast()) {
            return narrator.phase(PHASE_2, sideBySide(PHASE_2.tasks()));
        }
        List<TaskName> others =
                PHASE_2.tasks().stream().filter(task -> task != BACKUP).toList();
        return narrator.phase(PHASE_2, sideBySide(others).chain(done -> alone(BACKUP)));
    }

    private Uni<Void> sideBySide(List<TaskName> tasks) {
        if (plan.serial()) {
            return tasks.stream()
                    .map(this::alone)
                    .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
        }
        return Uni.join()
                .all(tasks.stream().map(this::alone).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> alone(TaskName task) {
        return Uni.createFrom()
                .item(() -> runner.run(task))
                .runSubscriptionOn(threads)
                .replaceWithVoid();
    }
}
