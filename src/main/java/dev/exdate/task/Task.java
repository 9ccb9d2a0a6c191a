package dev.exdate.task;

/**
 * One task of the daily run. {@code run} blocks on the calling virtual thread, ends soon after an interrupt, and returns
 * what it did ({@link TaskOutcome.Succeeded}) or why it had no reason to do it ({@link TaskOutcome.Skipped}).
 */
public interface Task {
    TaskName name();

    /**
     * @throws TaskFailed with the reason; any other exception fails the task as well, with its message as the reason
     */
    TaskOutcome run(TaskContext context) throws Exception;
}
