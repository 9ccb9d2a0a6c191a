package dev.exdate.run.text;

import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The state of a task in words. */
public final class TaskText {
    private TaskText() {}

    /** As in the lists of results: {@code ✅ YieldMax: Success}. */
    public static String result(TaskRun task) {
        return result(task.name(), task.state(), task.reason().orElse(""));
    }

    /** @param remark why it was skipped or cancelled; what a running task wrote last */
    static String result(TaskName task, TaskState state, String remark) {
        String words = switch (state) {
            case PLANNED -> "Not started";
            case RUNNING -> "Running: " + remark;
            case SUCCEEDED -> "Success";
            case FAILED -> "Failed" + nonCritical(task);
            case SKIPPED -> "Skipped (" + remark + ")";
            case CANCELLED -> "Cancelled (" + remark + ")";
        };
        return state.markOf(task) + task.label() + ": " + words;
    }

    /** What goes below the result, indented. */
    public static List<String> remarks(TaskRun task) {
        List<String> lines = new ArrayList<>();
        if (task.outcome() instanceof TaskOutcome.Failed failed) {
            lines.add(indented("reason: " + failed.reason()));
        }
        task.leftOut().ifPresent(what -> lines.add(indented("left out: " + what)));
        return lines;
    }

    static String indented(String remark) {
        return "     " + remark;
    }

    /** For a task that is a step of its own: {@code ✅ Discovery completed}, and why it failed. */
    public static List<String> step(TaskRun task) {
        List<String> lines = new ArrayList<>();
        String mark = task.state().markOf(task.name());
        switch (task.state()) {
            case SUCCEEDED -> lines.add(mark + step(task.name()) + " completed");
            case FAILED -> lines.add(mark + step(task.name()) + " failed" + nonCritical(task.name()));
            default -> lines.add(result(task));
        }
        lines.addAll(remarks(task));
        return lines;
    }

    private static String step(TaskName task) {
        return task.equals(TaskName.UPDATE) ? "Data update" : task.label();
    }

    /** {@code ✅ Data update completed in 1847s}. */
    public static String updated(TaskRun update, Duration took) {
        return update.state().markOf(update.name()) + "Data update completed in " + took.toSeconds() + "s";
    }

    /** As in the progress of a phase. */
    public static String progress(TaskRun task) {
        String label = task.state().markOf(task.name()) + task.name().label() + ": ";
        return switch (task.state()) {
            case SUCCEEDED -> label + "Complete";
            case FAILED -> label + "Failed";
            default -> result(task);
        };
    }

    /** The last line of the task's own log: {@code ❌ cboe failed: …}. */
    public static String closing(TaskRun task) {
        return task.state().mark() + brief(task);
    }

    /** The same where the run's troubles are listed, in which a task that is not critical only warns. */
    static String trouble(TaskRun task) {
        return task.state().markOf(task.name()) + brief(task);
    }

    private static String brief(TaskRun task) {
        return task.name().id() + " " + task.state().id() + ": "
                + task.reason().orElseGet(() -> task.tally().words());
    }

    private static String nonCritical(TaskName task) {
        return task.critical() ? "" : " (non-critical)";
    }
}
