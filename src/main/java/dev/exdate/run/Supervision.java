package dev.exdate.run;

import dev.exdate.database.DatabaseFault;
import dev.exdate.run.journal.TaskNotes;
import dev.exdate.run.plan.CancelReason;
import dev.exdate.run.plan.Cancellation;
import dev.exdate.run.plan.Durations;
import dev.exdate.settings.FailureLine;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one task on its own virtual thread and turns the result into an outcome: a thrown exception and a passed time
 * limit are failures, a stop of the run is a cancellation; either way its thread is stopped.
 */
final class Supervision {
    /** How long an interrupted task may clean up before it is abandoned. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** A task that loses its database starts up to this many times; repeating its work is harmless. */
    private static final int BEGINNINGS = 3;

    private final Task task;
    private final TaskContext context;
    private final TaskNotes notes;
    private final Duration limit;
    private final Cancellation cancellation;

    Supervision(Task task, TaskContext context, TaskNotes notes, Duration limit, Cancellation cancellation) {
        this.task = task;
        this.context = context;
        this.notes = notes;
        this.limit = limit;
        this.cancellation = cancellation;
    }

    /** @param whole whether the whole task must be repeated, because its failed units are unknown */
    record SupervisedOutcome(TaskOutcome outcome, boolean whole) {}

    SupervisedOutcome outcome() {
        CompletableFuture<TaskOutcome> work = new CompletableFuture<>();
        TaskName name = task.name();
        Thread thread = Thread.ofVirtual().name(name.id()).start(() -> {
            try {
                work.complete(run());
            } catch (Throwable e) {
                work.completeExceptionally(e);
            }
        });
        try {
            CompletableFuture.anyOf(work, cancellation.requestedLater()).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (work.isDone()) {
                return new SupervisedOutcome(work.get(), false);
            }
            end(thread);
            return cancelled(reason());
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            end(thread);
            String reason = "timed out: limit " + Durations.words(limit) + " (EXDATE_TASK_" + name.name() + "_TIMEOUT)";
            return new SupervisedOutcome(new TaskOutcome.Failed(reason, notes.ofThisStart()), true);
        } catch (InterruptedException e) {
            end(thread);
            Thread.currentThread().interrupt();
            return cancelled("the run was interrupted");
        }
    }

    private TaskOutcome run() throws Exception {
        for (int beginning = 1; ; beginning++) {
            try {
                return task.run(context);
            } catch (SQLException e) {
                boolean again = beginning < BEGINNINGS
                        && DatabaseFault.of(e).heals()
                        && !Thread.currentThread().isInterrupted();
                if (!again) {
                    throw e;
                }
                context.log().error("⚠️  Restarting after a database error: " + DatabaseFault.line(e), e);
                TimeUnit.SECONDS.sleep(beginning);
            }
        }
    }

    private String reason() {
        return cancellation.reason().map(CancelReason::reason).orElse("");
    }

    private SupervisedOutcome cancelled(String reason) {
        return new SupervisedOutcome(new TaskOutcome.Cancelled(reason, notes.soFar()), true);
    }

    private SupervisedOutcome failure(Throwable cause) {
        if (cancellation.requested()) {
            return cancelled(reason());
        }
        if (cause instanceof TaskFailed failed) {
            if (failed.getCause() != null) {
                context.log().error("❌ " + failed.getMessage(), failed.getCause());
            }
            return new SupervisedOutcome(
                    new TaskOutcome.Failed(String.valueOf(failed.getMessage()), failed.tally()), !notes.anyFailed());
        }
        String line = line(cause);
        context.log().error("❌ " + line, cause);
        return new SupervisedOutcome(new TaskOutcome.Failed(line, notes.ofThisStart()), true);
    }

    private static String line(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return DatabaseFault.line(sql);
        }
        return FailureLine.of(cause);
    }

    private void end(Thread thread) {
        thread.interrupt();
        try {
            if (!thread.join(GRACE)) {
                context.log().line("⚠️  Did not stop within " + GRACE.toSeconds() + " s; abandoned");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
