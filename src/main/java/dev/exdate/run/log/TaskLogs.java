package dev.exdate.run.log;

import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where the tasks of a run write. Thread-safe. */
public final class TaskLogs {
    private final LogFolder folder;
    private final RunLog run;
    private final @Nullable PrintWriter terminal;
    private final Set<TaskLogFile> open = ConcurrentHashMap.newKeySet();

    /**
     * @param run into which each task's log is merged when the task ends
     * @param terminal where the tasks' own lines are shown as well; null in a whole run, whose log says what matters
     */
    public TaskLogs(LogFolder folder, RunLog run, @Nullable PrintWriter terminal) {
        this.folder = folder;
        this.run = run;
        this.terminal = terminal;
    }

    public LogFolder folder() {
        return folder;
    }

    public RunLog run() {
        return run;
    }

    public TaskLogFile open(TaskName task) {
        TaskLogFile log = folder.openTaskLog(task, run, terminal);
        open.add(log);
        return log;
    }

    /** A line about what tasks share: in the run's log, or in those of the tasks that run by themselves. */
    public void notice(String line) {
        if (terminal == null) {
            run.stamped(line);
        } else {
            open.forEach(log -> log.line(line));
        }
    }

    /** The task's last line; then all of its log goes into the run's, under a heading. */
    public void end(TaskName task, TaskLogFile log, String closing) {
        log.line(closing);
        open.remove(log);
        run.merge("──────── " + task.label() + " (" + task.id() + ") ────────", log);
    }
}
