package dev.exdate.run;

import dev.exdate.run.plan.RunTasks;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.util.Map;

/** All tasks there are. */
@Dependent
public final class Tasks {
    private final Instance<Task> tasks;

    public Tasks(Instance<Task> tasks) {
        this.tasks = tasks;
    }

    /** New tasks for each run, because some keep what a source told them. */
    public Map<TaskName, Task> ofARun() {
        Map<TaskName, Task> byName = RunTasks.map();
        for (Task task : tasks) {
            byName.put(task.name(), task);
        }
        return byName;
    }
}
