package dev.exdate.run;

import dev.exdate.run.journal.TaskNotes;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunningTask;
import dev.exdate.run.log.TaskLogFile;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunScope;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.run.text.TaskText;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Runs the tasks of one run with limits and reports their outcomes to a listener. Thread-safe. */
public final class TaskRunner {
    private static final Duration USUAL_LIMIT = Duration.ofHours(3);

    private final RunScope scope;
    private final RunPlan plan;
    private final Map<TaskName, Task> tasks;
    private final TaskLogs logs;
    private final RunListener listener;
    private final List<TaskRun> ended = new CopyOnWriteArrayList<>();

    public TaskRunner(RunScope scope, Map<TaskName, Task> tasks, TaskLogs logs, RunListener listener) {
        this.scope = scope;
        this.plan = scope.plan();
        this.tasks = Map.copyOf(tasks);
        this.logs = logs;
        this.listener = listener;
    }

    /** Runs these one after another, outside of a whole run. */
    public List<TaskRun> runAlone(List<TaskName> names) {
        return names.stream().map(this::run).toList();
    }

    /** Runs the task and waits for its end. A failure of the task is never thrown. */
    TaskRun run(TaskName name) {
        Optional<TaskRun> before = doneBefore(name);
        if (before.isPresent()) {
            return before.get();
        }
        if (plan.reasonToSkip(name).isPresent() || scope.cancellation().requested()) {
            return skip(name, "");
        }
        Instant start = scope.clock().instant();
        try (TaskLogFile log = logs.open(name)) {
            TaskOutcome outcome = work(name, log);
            TaskRun run = new TaskRun(
                    name, start, Duration.between(start, scope.clock().instant()), outcome);
            logs.end(name, log, TaskText.closing(run));
            return told(run);
        }
    }

    /**
     * Does not run the task, unless an earlier start of the run has done it already.
     *
     * @param reason for a task that was asked for; only such a task can be cancelled
     */
    TaskRun skip(TaskName name, String reason) {
        return doneBefore(name)
                .orElseGet(() ->
                        told(new TaskRun(name, scope.clock().instant(), Duration.ZERO, notStarted(name, reason))));
    }

    private TaskOutcome notStarted(TaskName name, String reason) {
        Optional<String> notAskedFor = plan.reasonToSkip(name);
        if (notAskedFor.isPresent()) {
            return new TaskOutcome.Skipped(notAskedFor.get());
        }
        return scope.cancellation()
                .reason()
                .<TaskOutcome>map(why -> new TaskOutcome.Cancelled(why.reason(), Tally.NONE))
                .orElseGet(() -> new TaskOutcome.Skipped(reason));
    }

    private Optional<TaskRun> doneBefore(TaskName name) {
        Optional<TaskRun> before = Optional.ofNullable(plan.finished().get(name));
        before.ifPresent(ended::add);
        return before;
    }

    private TaskRun told(TaskRun run) {
        ended.add(run);
        listener.taskEnded(run);
        return run;
    }

    private TaskOutcome work(TaskName name, TaskLogFile log) {
        Tally begun = plan.begun().getOrDefault(name, Tally.NONE);
        TaskNotes notes = new TaskNotes(scope.id(), name, begun);
        listener.taskStarted(new RunningTask(name, log, notes));
        Supervision.SupervisedOutcome end = redacted(supervise(name, log, notes), log);
        UnitSettlement.settle(plan.assignment(name), name, end, notes);
        return behind(begun, end.outcome());
    }

    private Supervision.SupervisedOutcome supervise(TaskName name, TaskLogFile log, TaskNotes notes) {
        Task task = tasks.get(name);
        if (task == null) {
            return new Supervision.SupervisedOutcome(
                    new TaskOutcome.Failed("no such task in this build", Tally.NONE), true);
        }
        Duration limit = plan.limits().getOrDefault(name, USUAL_LIMIT);
        return new Supervision(task, context(name, log, notes), notes, limit, scope.cancellation()).outcome();
    }

    private TaskContext context(TaskName name, TaskLogFile log, TaskNotes notes) {
        Set<TaskName> done = ended.stream().map(TaskRun::name).collect(Collectors.toUnmodifiableSet());
        return new TaskContext(scope.id(), scope.startedAt(), plan.options(), done, log, plan.assignment(name), notes);
    }

    /** The journal is read by more people than the log. */
    private static Supervision.SupervisedOutcome redacted(Supervision.SupervisedOutcome end, TaskLogFile log) {
        return end.outcome() instanceof TaskOutcome.Failed failed
                ? new Supervision.SupervisedOutcome(
                        new TaskOutcome.Failed(log.redacted(failed.reason()), failed.tally()), end.whole())
                : end;
    }

    /** The run's counts over all its starts; for a task without a normal end they come from the notes. */
    private static TaskOutcome behind(Tally before, TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Succeeded done -> new TaskOutcome.Succeeded(before.plus(done.tally()), done.leftOut());
            case TaskOutcome.Failed failed -> new TaskOutcome.Failed(failed.reason(), before.plus(failed.tally()));
            case TaskOutcome.Cancelled ignored -> outcome;
            case TaskOutcome.Skipped ignored -> outcome;
        };
    }

    /** The tasks that have ended, in that order. */
    List<TaskRun> ended() {
        return List.copyOf(ended);
    }
}
