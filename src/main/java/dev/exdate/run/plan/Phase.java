package dev.exdate.run.plan;

import dev.exdate.task.TaskName;
import java.util.List;

/** The steps of the daily run and the tasks in each. */
public enum Phase {
    STEP_1("Step 1", TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS),
    PHASE_1("Phase 1", TaskName.YIELDMAX, TaskName.CBOE, TaskName.NASDAQ, TaskName.NYSE, TaskName.SNOWBALL),
    STEP_2("Step 2", TaskName.UPDATE),
    PHASE_2("Phase 2", TaskName.COMPANIES, TaskName.HOLDINGS, TaskName.FUTURE_DIVIDENDS, TaskName.BACKUP);

    private final String title;
    private final List<TaskName> tasks;

    Phase(String title, TaskName... tasks) {
        this.title = title;
        this.tasks = List.of(tasks);
    }

    public String title() {
        return title;
    }

    /** As in the summary's breakdown: {@code Phase 1 (Parallel Scrapers)}. */
    public String words() {
        return switch (this) {
            case STEP_1 -> "Step 1 (Symbol Discovery)";
            case PHASE_1 -> "Phase 1 (Parallel Scrapers)";
            case STEP_2 -> "Step 2 (Main Update)";
            case PHASE_2 -> "Phase 2 (Parallel Post-Tasks)";
        };
    }

    /** In the order they are listed in reports. */
    public List<TaskName> tasks() {
        return tasks;
    }
}
