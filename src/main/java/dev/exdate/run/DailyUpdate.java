package dev.exdate.run;

import static dev.exdate.run.plan.Phase.PHASE_1;
import static dev.exdate.run.plan.Phase.PHASE_2;
import static dev.exdate.run.plan.Phase.STEP_1;
import static dev.exdate.run.plan.Phase.STEP_2;
import static dev.exdate.task.TaskName.BACKUP;
import static dev.exdate.task.TaskName.CLASSIFY_ETFS;
import static dev.exdate.task.TaskName.DISCOVERY;
import static dev.exdate.task.TaskName.UPDATE;

import dev.exdate.report.ClosingFigures;
import dev.exdate.report.RunReports;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.RunScope;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

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
 * <tr><td>Report</td><td colspan="2">what the database has, quality checks, the result</td></tr>
 * </table>
 *
 * The phases are Mutiny {@link Uni}s joined over virtual threads.
 */
public final class DailyUpdate {
    private final RunScope scope;
    private final RunPlan plan;
    private final TaskRunner tasks;
    private final RunReports reports;
    private final RunListener listener;
    private final Executor threads;
    private final Supplier<SortedMap<String, Integer>> reused;
    private final List<PhaseRun> phases = new ArrayList<>();

    /** @param reused how many answers were used again so far, by source */
    public DailyUpdate(
            RunScope scope,
            TaskRunner tasks,
            RunReports reports,
            RunListener listener,
            Executor threads,
            Supplier<SortedMap<String, Integer>> reused) {
        this.scope = scope;
        this.plan = scope.plan();
        this.tasks = tasks;
        this.reports = reports;
        this.listener = listener;
        this.threads = threads;
        this.reused = reused;
    }

    /** Runs to the end, whatever the tasks do. The listener hears of everything as it happens. */
    public RunResult run() {
        listener.runStarted();
        return step1().chain(this::phase1)
                .chain(this::step2)
                .chain(update -> update.failed() ? skipPhase2() : phase2())
                .map(done -> report())
                .await()
                .indefinitely();
    }

    private Uni<Void> step1() {
        return phase(
                        STEP_1,
                        task(DISCOVERY)
                                .chain(discovery -> discovery.failed()
                                        ? skip(CLASSIFY_ETFS, "discovery failed")
                                        : task(CLASSIFY_ETFS)))
                .replaceWithVoid();
    }

    private Uni<Void> phase1() {
        return phase(PHASE_1, sideBySide(PHASE_1.tasks())).replaceWithVoid();
    }

    private Uni<TaskRun> step2() {
        return phase(STEP_2, task(UPDATE));
    }

    private Uni<Void> phase2() {
        if (!plan.backupLast()) {
            return phase(PHASE_2, sideBySide(PHASE_2.tasks()));
        }
        List<TaskName> others =
                PHASE_2.tasks().stream().filter(task -> !task.equals(BACKUP)).toList();
        return phase(PHASE_2, sideBySide(others).chain(() -> task(BACKUP)).replaceWithVoid());
    }

    private Uni<Void> skipPhase2() {
        PHASE_2.tasks().forEach(task -> tasks.skip(task, "the main update failed"));
        ended(PHASE_2, Optional.empty());
        return Uni.createFrom().voidItem();
    }

    private RunResult report() {
        RunResult result = new RunResult(
                scope.identity(),
                Duration.between(scope.startedAt(), scope.clock().instant()),
                tasks.ended(),
                phases,
                closing(),
                scope.cancellation().reason(),
                reused.get());
        listener.runEnded(result);
        return result;
    }

    private ClosingFigures closing() {
        try {
            return reports.closing(scope.context());
        } catch (SQLException e) {
            return ClosingFigures.unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** The phase's work between its start and its end. */
    private <T> Uni<T> phase(Phase phase, Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Instant start = scope.clock().instant();
            List<TaskName> due = scope.cancellation().requested() ? List.of() : plan.toRun(phase);
            if (!due.isEmpty()) {
                listener.phaseStarted(phase, due);
            }
            return work.invoke(() -> ended(
                    phase,
                    due.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Duration.between(start, scope.clock().instant()))));
        });
    }

    private void ended(Phase phase, Optional<Duration> took) {
        List<TaskRun> ended = tasks.ended();
        PhaseRun run = new PhaseRun(
                phase,
                phase.tasks().stream()
                        .flatMap(name ->
                                ended.stream().filter(task -> task.name().equals(name)))
                        .toList(),
                took);
        phases.add(run);
        listener.phaseEnded(run);
    }

    private Uni<Void> sideBySide(List<TaskName> names) {
        if (plan.serial()) {
            return names.stream()
                    .map(this::task)
                    .reduce(Uni.createFrom().nullItem(), (before, next) -> before.chain(() -> next))
                    .replaceWithVoid();
        }
        return Uni.join()
                .all(names.stream().map(this::task).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<TaskRun> task(TaskName name) {
        return Uni.createFrom().item(() -> tasks.run(name)).runSubscriptionOn(threads);
    }

    private Uni<TaskRun> skip(TaskName name, String reason) {
        return Uni.createFrom().item(() -> tasks.skip(name, reason));
    }
}
