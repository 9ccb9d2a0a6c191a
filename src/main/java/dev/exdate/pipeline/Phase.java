package dev.exdate.pipeline;

import dev.exdate.task.TaskName;
import java.util.List;

/** The steps of the daily run and the tasks in each. */
public enum Phase {
    STEP_1(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS),
    PHASE_1(TaskName.YIELDMAX, TaskName.CBOE, TaskName.NASDAQ, TaskName.NYSE, TaskName.SNOWBALL),
    STEP_2(TaskName.UPDATE),
    PHASE_2(TaskName.COMPANIES, TaskName.HOLDINGS, TaskName.FUTURE_DIVIDENDS, TaskName.BACKUP);

    private final List<TaskName> tasks;

    Phase(TaskName... tasks) {
        this.tasks = List.of(tasks);
    }

    /** In the order they are listed in reports. */
    public List<TaskName> tasks() {
        return tasks;
    }
}
