package dev.exdate.pipeline;

import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks, each on a virtual thread of its own, and turns whatever becomes of them into an outcome: a thrown
 * exception and a passed time limit are failures, an interrupt from {@link #cancel} is a cancellation. Thread-safe.
 */
public final class TaskRunner {
    /** How long an interrupted task may take to put things away before it is left behind. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final RunPlan plan;
    private final Map<TaskName, Task> tasks;
    private final UUID runId;
    private final Instant startedAt;
    private final RunJournal journal;
    private final LogFolder logs;
    private final RunLog log;
    private final Clock clock;
    private final List<TaskRun> ended = new CopyOnWriteArrayList<>();
    private final Map<TaskName, TaskLogFile> openLogs = new ConcurrentHashMap<>();
    private final @Nullable PrintWriter terminal;
    private final CompletableFuture<String> cancellation = new CompletableFuture<>();

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

    /** Runs these one after another, outside of a whole run. */
    public List<TaskRun> runAlone(List<TaskName> names) {
        return names.stream().map(this::run).toList();
    }

    /** Runs the task to its end on the calling thread's time. Never throws for what the task does. */
    TaskRun run(TaskName name) {
        String reason = plan.left().get(name);
        if (reason != null) {
            return skip(name, reason);
        }
        if (isCancelled()) {
            return record(new TaskRun(name, clock.instant(), Duration.ZERO, new TaskOutcome.Cancelled(cancelled())));
        }
        Instant start = clock.instant();
        noted(name, () -> journal.taskStarted(runId, name, start));
        TaskRun run;
        try (TaskLogFile taskLog = logs.openTaskLog(name, log, terminal)) {
            openLogs.put(name, taskLog);
            TaskOutcome outcome = supervise(name, taskLog);
            run = new TaskRun(name, start, Duration.between(start, clock.instant()), outcome);
            taskLog.line(closingLine(run));
            log.merge("──────── " + name.label() + " (" + name.id() + ") ────────", taskLog);
        } catch (IOException e) {
            TaskOutcome failed = new TaskOutcome.Failed("its log can't be written: " + e.getMessage(), Tally.NONE);
            run = new TaskRun(name, start, Duration.between(start, clock.instant()), failed);
        } finally {
            openLogs.remove(name);
        }
        return record(run);
    }

    /** The tasks of a phase do not run, for this reason. */
    void skip(Phase phase, String reason) {
        phase.tasks().forEach(task -> skip(task, reason));
    }

    TaskRun skip(TaskName name, String reason) {
        TaskOutcome outcome = isCancelled() ? new TaskOutcome.Cancelled(cancelled()) : new TaskOutcome.Skipped(reason);
        return record(new TaskRun(name, clock.instant(), Duration.ZERO, outcome));
    }

    /** Ends the running tasks and lets no other start. */
    public void cancel(String reason) {
        cancellation.complete(reason);
    }

    boolean isCancelled() {
        return cancellation.isDone();
    }

    private String cancelled() {
        return cancellation.getNow("");
    }

    /** The tasks that have ended, in that order. */
    List<TaskRun> ended() {
        return List.copyOf(ended);
    }

    /** What each running task wrote last. */
    Map<TaskName, String> lastLines() {
        return openLogs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().lastLine()));
    }

    TaskContext context(dev.exdate.task.TaskLog taskLog) {
        Set<TaskName> done = ended.stream().map(TaskRun::name).collect(Collectors.toUnmodifiableSet());
        return new TaskContext(runId, startedAt, plan.marketDay(), done, taskLog);
    }

    private TaskOutcome supervise(TaskName name, TaskLogFile taskLog) {
        Task task = tasks.get(name);
        if (task == null) {
            return new TaskOutcome.Failed("no such task in this build", Tally.NONE);
        }
        CompletableFuture<TaskOutcome> work = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name(name.id()).start(() -> {
            try {
                work.complete(task.run(context(taskLog)));
            } catch (Throwable e) {
                work.completeExceptionally(e);
            }
        });
        Duration limit = plan.limits().getOrDefault(name, Duration.ofHours(3));
        try {
            CompletableFuture.anyOf(work, cancellation).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (work.isDone()) {
                return work.get();
            }
            end(thread, taskLog);
            return new TaskOutcome.Cancelled(cancelled());
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause(), taskLog);
        } catch (TimeoutException e) {
            end(thread, taskLog);
            return new TaskOutcome.Failed(
                    "not done within its limit of " + Durations.words(limit) + "; EXDATE_TASK_" + name.name()
                            + "_TIMEOUT sets it",
                    Tally.NONE);
        } catch (InterruptedException e) {
            end(thread, taskLog);
            Thread.currentThread().interrupt();
            return new TaskOutcome.Cancelled("the run was interrupted");
        }
    }

    private TaskOutcome failure(Throwable cause, TaskLogFile taskLog) {
        if (isCancelled()) {
            return new TaskOutcome.Cancelled(cancelled());
        }
        if (cause instanceof TaskFailed failed) {
            if (failed.getCause() != null) {
                taskLog.error("❌ " + failed.getMessage(), failed.getCause());
            }
            return new TaskOutcome.Failed(String.valueOf(failed.getMessage()), failed.tally());
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String firstLine = message.lines().findFirst().orElse(cause.toString());
        taskLog.error("❌ " + firstLine, cause);
        return new TaskOutcome.Failed(firstLine, Tally.NONE);
    }

    private static void end(Thread thread, TaskLogFile taskLog) {
        thread.interrupt();
        try {
            if (!thread.join(GRACE)) {
                taskLog.line("⚠️  still not ended " + GRACE.toSeconds() + " s after it was told to; left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private TaskRun record(TaskRun run) {
        ended.add(run);
        noted(run.name(), () -> journal.taskEnded(runId, run));
        return run;
    }

    /** The journal's own trouble never ends a run. */
    private void noted(TaskName name, Note note) {
        try {
            note.write();
        } catch (SQLException e) {
            log.stamped("⚠️  the journal has no entry for " + name.id() + ": " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Note {
        void write() throws SQLException;
    }
}
