package dev.exdate.cli;

import dev.exdate.source.Sources;
import dev.exdate.task.TaskName;
import java.util.Iterator;

/** The scrapers' names as people type them. */
final class ScraperNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Sources.scraperTasks().stream().map(TaskName::id).iterator();
    }
}
