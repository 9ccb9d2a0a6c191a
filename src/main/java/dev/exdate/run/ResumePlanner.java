package dev.exdate.run;

import dev.exdate.market.ExDateWindow;
import dev.exdate.run.journal.PastRuns;
import dev.exdate.run.journal.PastRuns.PastRun;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.plan.PlanJson;
import dev.exdate.run.plan.PlannedRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans a daily run: all of its day, what an earlier one left undone, or only what failed in it. */
public final class ResumePlanner {
    private static final String COMMAND = "run";

    private final PastRuns past;
    private final RunJournal journal;
    private final Map<TaskName, Task> tasks;
    private final Clock clock;

    /** @param tasks which know the days they would read now */
    ResumePlanner(PastRuns past, RunJournal journal, Map<TaskName, Task> tasks, Clock clock) {
        this.past = past;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What the person wants. */
    public enum Mode {
        ANEW,
        /** Continue where the day's last run stopped. */
        RESUME,
        /** The same if there is such a run, else a new run. */
        AUTO,
        ONLY_FAILED
    }

    /**
     * What was asked for on the command line.
     *
     * @param dayGiven whether the market day was given, not taken from the clock
     */
    public record Request(Mode mode, RunPlan plan, boolean dayGiven, TaskOptions options) {}

    /** The decision, with lines for the log. */
    sealed interface Decision {
        List<String> lines();

        record Go(PlannedRun planned, List<String> lines) implements Decision {}

        record Nothing(List<String> lines) implements Decision {}
    }

    Decision decide(Request request) throws SQLException {
        return switch (ResumeRule.choose(request, past.newest(), clock.instant())) {
            case ResumeRule.Choice.Begin begin -> begin(request, begin.lines());
            case ResumeRule.Choice.Resume resume -> resume(resume.run(), request);
            case ResumeRule.Choice.RetryFailed retry -> retry(retry.run(), request);
            case ResumeRule.Choice.Succeeded succeeded ->
                new Decision.Nothing(ResumeText.succeeded(succeeded.run(), undone(succeeded.run())));
            case ResumeRule.Choice.NoRunToRetry ignored -> new Decision.Nothing(ResumeText.noRunAtAll());
        };
    }

    private Decision begin(Request request, List<String> lines) throws SQLException {
        Map<TaskName, Assignment> assignments = RunTasks.map();
        Map<TaskName, Set<Unit>> open = journal.openUnits();
        for (TaskName task : tasks.keySet()) {
            assignments.put(task, whole(window(task, request), open.getOrDefault(task, Set.of())));
        }
        return new Decision.Go(anew(request.plan().assigning(assignments), request, Optional.empty()), lines);
    }

    /** Day, windows and tasks stay those of the first start. */
    private Decision resume(PastRun run, Request request) throws SQLException {
        PlanJson.Kept kept = PlanJson.read(run.planJson(), request.plan().limits());
        Map<TaskName, TaskRun> done = past.done(run.id());
        Map<TaskName, Set<Unit>> had = past.had(run.id());
        Map<TaskName, Set<Unit>> open = kept.failedOf().isPresent()
                ? journal.openUnitsOf(kept.failedOf().get())
                : journal.openUnits();
        Map<TaskName, Assignment> assignments = RunTasks.map();
        for (TaskName task : tasks.keySet()) {
            Optional<ExDateWindow.Span> window =
                    Optional.ofNullable(kept.windows().get(task));
            Set<Unit> units = open.getOrDefault(task, Set.of());
            Assignment assignment = kept.failedOf().isPresent() ? only(window, units) : whole(window, units);
            assignments.put(task, assignment.behind(had.getOrDefault(task, Set.of())));
        }
        RunPlan plan = kept.plan().assigning(assignments).behind(done, past.begun(run.id()));
        PlannedRun planned = new PlannedRun(
                run.id(),
                COMMAND,
                run.startedAt(),
                true,
                plan.asking(request.options().on(plan.marketDay())),
                kept.failedOf(),
                RunTasks.ALL);
        return new Decision.Go(planned, ResumeText.resumed(run, done.keySet()));
    }

    /** What the run was to do and did not, and what failed in it, without what has succeeded since: units by task. */
    private Map<TaskName, Set<Unit>> undone(PastRun run) throws SQLException {
        RunPlan planned = PlanJson.read(run.planJson(), Map.of()).plan();
        Map<TaskName, Set<Unit>> undone = RunTasks.map();
        undone.putAll(journal.openUnitsOf(run.id()));
        for (TaskName task : past.undone(run.id())) {
            if (planned.reasonToSkip(task).isEmpty()) {
                undone.put(task, Set.of(Unit.task(task)));
            }
        }
        return undone;
    }

    private Decision retry(PastRun run, Request request) throws SQLException {
        Map<TaskName, Set<Unit>> again = undone(run);
        if (again.isEmpty()) {
            return new Decision.Nothing(ResumeText.nothingFailed(run));
        }
        Map<TaskName, Assignment> assignments = RunTasks.map();
        Map<TaskName, String> left = RunTasks.map();
        left.putAll(request.plan().left());
        for (TaskName task : tasks.keySet()) {
            if (again.containsKey(task)) {
                assignments.put(task, only(window(task, request), again.get(task)));
            } else {
                left.putIfAbsent(task, "nothing failed in the last run");
            }
        }
        RunPlan plan = new RunPlan(
                request.plan().marketDay(),
                again.containsKey(TaskName.DISCOVERY) || again.containsKey(TaskName.CLASSIFY_ETFS),
                left,
                request.plan().serial(),
                request.plan().backupLast(),
                request.plan().limits());
        return new Decision.Go(
                anew(plan.assigning(assignments), request, Optional.of(run.id())), ResumeText.retried(run, again));
    }

    private PlannedRun anew(RunPlan plan, Request request, Optional<UUID> failedOf) {
        return new PlannedRun(
                UUID.randomUUID(),
                COMMAND,
                clock.instant(),
                false,
                plan.asking(request.options()),
                failedOf,
                RunTasks.ALL);
    }

    private Optional<ExDateWindow.Span> window(TaskName task, Request request) throws SQLException {
        Task asked = tasks.get(task);
        return asked == null ? Optional.empty() : asked.window(request.options());
    }

    private static Assignment whole(Optional<ExDateWindow.Span> window, Set<Unit> open) {
        return new Assignment(window, List.of(), List.copyOf(open), Set.of());
    }

    private static Assignment only(Optional<ExDateWindow.Span> window, Set<Unit> units) {
        return new Assignment(window, List.copyOf(units), List.of(), Set.of());
    }
}
