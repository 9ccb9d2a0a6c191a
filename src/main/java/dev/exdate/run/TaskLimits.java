package dev.exdate.run;

import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Time limits by task, from the settings. */
public final class TaskLimits {
    private static final String PREFIX = "EXDATE_TASK_";

    private TaskLimits() {}

    /** @throws InvalidSetting when one can't be used, or is for no task there is */
    public static Map<TaskName, Duration> of(Settings settings) {
        List<String> known = Arrays.stream(TaskName.values())
                .map(task -> PREFIX + task.name() + "_TIMEOUT")
                .toList();
        for (String name : settings.namesBeginning(PREFIX)) {
            if (!known.contains(name)) {
                throw new InvalidSetting(name + " is no setting; there are " + String.join(", ", known));
            }
        }
        Map<TaskName, Duration> limits = new EnumMap<>(TaskName.class);
        for (TaskName task : TaskName.values()) {
            limits.put(task, settings.taskLimit(task.name()));
        }
        return limits;
    }
}
