package dev.exdate.cli;

import dev.exdate.format.Nearest;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.source.Sources;
import dev.exdate.task.TaskName;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Task names as people type them. */
class TaskNameConverter implements ITypeConverter<TaskName>, Iterable<String> {
    private static final int EDITS = 2;

    private final String kind;
    private final List<TaskName> tasks;

    TaskNameConverter() {
        this("task", RunTasks.ALL);
    }

    private TaskNameConverter(String kind, List<TaskName> tasks) {
        this.kind = kind;
        this.tasks = tasks;
    }

    /** Only the scrapers. */
    static final class OfScrapers extends TaskNameConverter {
        OfScrapers() {
            super("scraper", Sources.scraperTasks());
        }
    }

    @Override
    public TaskName convert(String typed) {
        return tasks.stream()
                .filter(task -> task.id().equals(typed.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown %s '%s'%s; choose from %s"
                        .formatted(kind, typed, nearest(typed), String.join(", ", this))));
    }

    private String nearest(String typed) {
        List<String> meant = new Nearest(ids()).within(typed.strip(), EDITS);
        return meant.isEmpty() ? "" : " (did you mean " + String.join(" or ", meant) + "?)";
    }

    @Override
    public Iterator<String> iterator() {
        return ids().iterator();
    }

    private List<String> ids() {
        return tasks.stream().map(TaskName::id).toList();
    }
}
