package dev.exdate.run.listener;

import dev.exdate.run.journal.TaskNotes;
import dev.exdate.run.log.TaskLogFile;
import dev.exdate.task.TaskName;

/** A task at work. */
public record RunningTask(TaskName name, TaskLogFile log, TaskNotes notes) {
    /** What it wrote last. */
    public String lastLine() {
        return log.lastLine();
    }
}
