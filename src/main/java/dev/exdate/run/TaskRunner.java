package dev.exdate.run;

import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.TaskNotes;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogFile;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.Assignment;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs tasks under supervision and tells the journal and the logs what becomes of them. Thread-safe. */
public final class TaskRunner {
    private final RunPlan plan;
    private final Map<TaskName, Task> tasks;
    private final UUID runId;
    private final Instant startedAt;
    private final RunJournal journal;
    private final LogFolder logs;
    private final RunLog log;
    private final Clock clock;
    private final List<TaskRun> ended = new CopyOnWriteArrayList<>();
    private final Map<TaskName, OpenTask> open = new ConcurrentHashMap<>();
    private final @Nullable PrintWriter terminal;
    private final CompletableFuture<CancelReason> stop = new CompletableFuture<>();

    public TaskRunner(
            RunPlan plan,
            Map<TaskName, Task> tasks,
            UUID runId,
            Instant startedAt,
            RunJournal journal,
            LogFolder logs,
            RunLog log,
            Clock clock) {
        this(plan, tasks, runId, startedAt, journal, logs, log, clock, null);
    }

    /** @param terminal where the tasks' own lines are shown as well; null in a whole run, whose log says what matters */
    public TaskRunner(
            RunPlan plan,
            Map<TaskName, Task> tasks,
            UUID runId,
            Instant startedAt,
            RunJournal journal,
            LogFolder logs,
            RunLog log,
            Clock clock,
            @Nullable PrintWriter terminal) {
        this.plan = plan;
        this.tasks = Map.copyOf(tasks);
        this.runId = runId;
        this.startedAt = startedAt;
        this.journal = journal;
        this.logs = logs;
        this.log = log;
        this.clock = clock;
        this.terminal = terminal;
    }

    /** A task at work. */
    private record OpenTask(TaskLogFile log, TaskNotes notes) {}

    /** Runs these one after another, outside of a whole run. */
    public List<TaskRun> runAlone(List<TaskName> names) {
        return names.stream().map(this::run).toList();
    }

    /** Runs the task to its end on the calling thread's time. Never throws for what the task does. */
    TaskRun run(TaskName name) {
        TaskRun before = plan.finished().get(name);
        if (before != null) {
            ended.add(before);
            return before;
        }
        String reason = plan.left().get(name);
        if (reason != null) {
            return skip(name, reason);
        }
        if (isCancelled()) {
            return record(new TaskRun(name, clock.instant(), Duration.ZERO, notBegun()), TaskNotes.Pending.NONE);
        }
        Tally begun = plan.begun().getOrDefault(name, Tally.NONE);
        TaskNotes notes = new TaskNotes(runId, name, opened(name), begun);
        Instant start = clock.instant();
        TaskRun run;
        try (TaskLogFile taskLog = logs.openTaskLog(name, log, terminal)) {
            open.put(name, new OpenTask(taskLog, notes));
            Supervision.SupervisedOutcome end = redacted(supervise(name, taskLog, notes), taskLog);
            settle(name, end, notes);
            run = new TaskRun(name, start, Duration.between(start, clock.instant()), behind(begun, end.outcome()));
            taskLog.line(closingLine(run));
            log.merge("──────── " + name.label() + " (" + name.id() + ") ────────", taskLog);
        } catch (IOException e) {
            TaskOutcome failed = new TaskOutcome.Failed("its log can't be written: " + e.getMessage(), Tally.NONE);
            run = new TaskRun(name, start, Duration.between(start, clock.instant()), failed);
        } finally {
            open.remove(name);
        }
        return record(run, notes.pending());
    }

    /** The run's counts, over all its starts; what is told of a task that did not come to its end is from the notes. */
    private static TaskOutcome behind(Tally before, TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Succeeded done -> new TaskOutcome.Succeeded(before.plus(done.tally()), done.leftOut());
            case TaskOutcome.Failed failed -> new TaskOutcome.Failed(failed.reason(), before.plus(failed.tally()));
            case TaskOutcome.Cancelled ignored -> outcome;
            case TaskOutcome.Skipped ignored -> outcome;
        };
    }

    private Supervision.SupervisedOutcome supervise(TaskName name, TaskLogFile taskLog, TaskNotes notes) {
        Task task = tasks.get(name);
        if (task == null) {
            return new Supervision.SupervisedOutcome(
                    new TaskOutcome.Failed("no such task in this build", Tally.NONE), true);
        }
        Duration limit = plan.limits().getOrDefault(name, Duration.ofHours(3));
        return new Supervision(task, context(taskLog, plan.assignment(name), notes), notes, limit, stop).outcome();
    }

    /** The journal is read by more people than the log. */
    private static Supervision.SupervisedOutcome redacted(Supervision.SupervisedOutcome end, TaskLogFile taskLog) {
        return end.outcome() instanceof TaskOutcome.Failed failed
                ? new Supervision.SupervisedOutcome(
                        new TaskOutcome.Failed(taskLog.redacted(failed.reason()), failed.tally()), end.whole())
                : end;
    }

    /** What the task itself can't say of its units: those that stand for all of it. */
    private void settle(TaskName name, Supervision.SupervisedOutcome end, TaskNotes notes) {
        Assignment assignment = plan.assignment(name);
        Unit all = assignment.window().map(Unit::window).orElse(Unit.task(name));
        if (assignment.narrowed() && !end.whole()) {
            notes.hadTheRestOf(assignment.only());
        }
        switch (end.outcome()) {
            case TaskOutcome.Succeeded ignored -> {
                Stream.concat(assignment.open().stream(), assignment.only().stream())
                        .filter(unit -> unit.kind() == UnitKind.WINDOW || unit.kind() == UnitKind.TASK)
                        .forEach(notes::had);
                if (!assignment.narrowed()) {
                    notes.had(all);
                }
            }
            case TaskOutcome.Failed failed when end.whole() -> notes.failed(all, failed.reason());
            case TaskOutcome.Cancelled cancelled when end.whole() -> notes.failed(all, cancelled.reason());
            default -> {}
        }
    }

    /** The tasks of a phase do not run, for this reason. */
    void skip(Phase phase, String reason) {
        for (TaskName task : phase.tasks()) {
            TaskRun before = plan.finished().get(task);
            if (before == null) {
                skip(task, reason);
            } else {
                ended.add(before);
            }
        }
    }

    TaskRun skip(TaskName name, String reason) {
        TaskOutcome outcome = isCancelled() ? notBegun() : new TaskOutcome.Skipped(reason);
        return record(new TaskRun(name, clock.instant(), Duration.ZERO, outcome), TaskNotes.Pending.NONE);
    }

    private TaskOutcome notBegun() {
        return new TaskOutcome.Cancelled(stopped().map(CancelReason::reason).orElse(""), Tally.NONE);
    }

    /** Ends the running tasks and lets no other start. The first reason is the one that counts. */
    public void cancel(CancelReason why) {
        stop.complete(why);
    }

    /** Completed once the run is to end before its own end. */
    CompletableFuture<CancelReason> stop() {
        return stop.copy();
    }

    public boolean isCancelled() {
        return stop.isDone();
    }

    /** Why the run is to end before its own end; empty while it is not. */
    public Optional<CancelReason> stopped() {
        return Optional.ofNullable(stop.getNow(null));
    }

    /** The tasks that have ended, in that order. */
    List<TaskRun> ended() {
        return List.copyOf(ended);
    }

    /** What each running task wrote last. */
    Map<TaskName, String> lastLines() {
        return open.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().log().lastLine()));
    }

    TaskContext context(TaskLog taskLog) {
        return context(taskLog, Assignment.WHOLE, TaskLedger.NONE);
    }

    private TaskContext context(TaskLog taskLog, Assignment assignment, TaskLedger ledger) {
        Set<TaskName> done = ended.stream().map(TaskRun::name).collect(Collectors.toUnmodifiableSet());
        return new TaskContext(runId, startedAt, plan.options(), done, taskLog, assignment, ledger);
    }

    /** Whether the journal should hear of something before the next sign of life. */
    boolean urgent() {
        return open.values().stream().anyMatch(task -> task.notes().urgent());
    }

    /** A sign of life with how far the running tasks are. */
    void tellTheJournal() throws SQLException {
        List<RunJournal.Progress> running = new ArrayList<>();
        open.forEach((name, task) -> running.add(
                new RunJournal.Progress(name, task.notes().pending(), task.log().lastLine())));
        journal.beat(runId, running);
        running.forEach(told -> {
            OpenTask task = open.get(told.task());
            if (task != null) {
                task.notes().kept(told.pending());
            }
        });
    }

    private static String closingLine(TaskRun run) {
        String mark = switch (run.outcome()) {
            case TaskOutcome.Succeeded ignored -> "✅ ";
            case TaskOutcome.Failed ignored -> "❌ ";
            case TaskOutcome.Skipped ignored -> "⏭️  ";
            case TaskOutcome.Cancelled ignored -> "🛑 ";
        };
        return mark + run.name().id() + " " + run.outcomeWord() + ": "
                + run.reason().orElseGet(() -> run.tally().words());
    }

    private Set<Unit> opened(TaskName name) {
        try {
            return journal.taskStarted(runId, name);
        } catch (SQLException e) {
            noEntry(name, e);
            return Set.of();
        }
    }

    private TaskRun record(TaskRun run, TaskNotes.Pending pending) {
        ended.add(run);
        try {
            journal.taskEnded(runId, run, pending);
        } catch (SQLException e) {
            noEntry(run.name(), e);
        }
        return run;
    }

    /** The journal's own trouble never ends a run. */
    private void noEntry(TaskName name, SQLException trouble) {
        log.stamped("⚠️  the journal has no entry for " + name.id() + ": " + trouble.getMessage());
    }
}
