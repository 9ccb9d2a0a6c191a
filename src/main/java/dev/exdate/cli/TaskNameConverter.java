package dev.exdate.cli;

import dev.exdate.run.plan.RunTasks;
import dev.exdate.task.TaskName;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Task names as people type them. */
final class TaskNameConverter implements ITypeConverter<TaskName>, Iterable<String> {
    @Override
    public TaskName convert(String typed) {
        return RunTasks.ALL.stream()
                .filter(task -> task.id().equals(typed.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown task '" + typed + "'; choose from "
                        + RunTasks.ALL.stream().map(TaskName::id).collect(Collectors.joining(", "))));
    }

    @Override
    public Iterator<String> iterator() {
        return RunTasks.ALL.stream().map(TaskName::id).iterator();
    }
}
