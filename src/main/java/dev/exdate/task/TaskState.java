package dev.exdate.task;

import java.util.Locale;

/** How a task of a run stands: the journal's word for it, and the mark people see before it. */
public enum TaskState {
    PLANNED("🕐 "),
    RUNNING("⏳ "),
    SUCCEEDED("✅ "),
    FAILED("❌ "),
    SKIPPED("⏭️  "),
    CANCELLED("🛑 ");

    /** Before a failure that does not fail the run. */
    private static final String WARNING = "⚠️  ";

    private final String mark;

    TaskState(String mark) {
        this.mark = mark;
    }

    public static TaskState of(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Succeeded ignored -> SUCCEEDED;
            case TaskOutcome.Failed ignored -> FAILED;
            case TaskOutcome.Skipped ignored -> SKIPPED;
            case TaskOutcome.Cancelled ignored -> CANCELLED;
        };
    }

    /** @throws IllegalArgumentException for a word that {@code exdate.task_run} never has */
    public static TaskState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As in {@code exdate.task_run.outcome}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the task by itself, with the blanks behind it. */
    public String mark() {
        return mark;
    }

    /** For the task as part of a run, which only a critical task's failure fails. */
    public String markOf(TaskName task) {
        return this == FAILED && !task.critical() ? WARNING : mark;
    }
}
