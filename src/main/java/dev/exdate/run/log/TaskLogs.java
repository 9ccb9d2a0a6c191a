package dev.exdate.run.log;

import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where the tasks of a run write.
 *
 * @param run into which each task's log is merged when the task ends
 * @param terminal where the tasks' own lines are shown as well; null in a whole run, whose log says what matters
 */
public record TaskLogs(
        LogFolder folder, RunLog run, @Nullable PrintWriter terminal) {
    public TaskLogFile open(TaskName task) {
        return folder.openTaskLog(task, run, terminal);
    }

    /** The task's last line; then all of its log goes into the run's, under a heading. */
    public void end(TaskName task, TaskLogFile log, String closing) {
        log.line(closing);
        run.merge("──────── " + task.label() + " (" + task.id() + ") ────────", log);
    }
}
