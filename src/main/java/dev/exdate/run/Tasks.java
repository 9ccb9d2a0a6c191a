package dev.exdate.run;

import dev.exdate.run.plan.RunTasks;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import dev.exdate.web.Notices;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.function.Consumer;

/** All tasks there are. */
@Dependent
public final class Tasks {
    private final Instance<Task> tasks;
    private final Notices notices;
    private final Provider<Freshness> freshness;

    /** @param freshness asked for when a run begins: a rehearsal may have no database */
    public Tasks(Instance<Task> tasks, Notices notices, Provider<Freshness> freshness) {
        this.tasks = tasks;
        this.notices = notices;
        this.freshness = freshness;
    }

    /** What their sources said earlier in the evening. */
    public Freshness freshness() {
        return freshness.get();
    }

    /**
     * New tasks for each run, because some keep what a source told them.
     *
     * @param log for what concerns sources rather than one of the tasks
     */
    public Map<TaskName, Task> ofARun(Consumer<String> log) {
        notices.to(log);
        Map<TaskName, Task> byName = RunTasks.map();
        for (Task task : tasks) {
            byName.put(task.name(), task);
        }
        return byName;
    }
}
