package dev.exdate.run;

import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.util.Map;

/** Time limits by task, from the settings. */
public final class TaskLimits {
    private TaskLimits() {}

    public static Map<TaskName, Duration> of(Settings settings) {
        Map<TaskName, Duration> limits = RunTasks.map();
        for (TaskName task : RunTasks.ALL) {
            limits.put(task, settings.taskLimit(task.name()));
        }
        return limits;
    }
}
