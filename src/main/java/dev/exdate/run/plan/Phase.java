package dev.exdate.run.plan;

import dev.exdate.source.Sources;
import dev.exdate.task.TaskName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of the daily run and the tasks in each. */
public enum Phase {
    STEP_1("Step 1", List.of(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS)),
    PHASE_1("Phase 1", Sources.scraperTasks()),
    STEP_2("Step 2", List.of(TaskName.UPDATE)),
    PHASE_2("Phase 2", List.of(TaskName.COMPANIES, TaskName.HOLDINGS, TaskName.FUTURE_DIVIDENDS, TaskName.BACKUP));

    private final String title;
    private final List<TaskName> tasks;

    Phase(String title, List<TaskName> tasks) {
        this.title = title;
        this.tasks = tasks;
    }

    /** The phase with this id; empty for a text that is none. */
    public static Optional<Phase> of(String id) {
        return Arrays.stream(values()).filter(phase -> phase.id().equals(id)).findFirst();
    }

    /** As in reports of the journal: {@code phase-1}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
