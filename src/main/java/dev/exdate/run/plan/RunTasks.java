package dev.exdate.run.plan;

import dev.exdate.task.TaskName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tasks of the daily run, in its order. */
public final class RunTasks {
    public static final List<TaskName> ALL = Arrays.stream(Phase.values())
            .flatMap(phase -> phase.tasks().stream())
            .toList();

    /** Tasks that are not of the daily run come last. */
    private static final Comparator<TaskName> ORDER = Comparator.<TaskName>comparingInt(
                    task -> ALL.contains(task) ? ALL.indexOf(task) : ALL.size())
            .thenComparing(TaskName::id);

    private RunTasks() {}

    /** The task with this id; empty for a text that is none. */
    public static Optional<TaskName> find(String id) {
        return ALL.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** An empty map that keeps the run's order. */
    public static <V> Map<TaskName, V> map() {
        return new TreeMap<>(ORDER);
    }
}
