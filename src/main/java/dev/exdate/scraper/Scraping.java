package dev.exdate.scraper;

import dev.exdate.settings.SourceId;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.Web;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way every scraper goes: open its sources, ask, judge, write, conclude.
 *
 * @param sources without any of which there is nothing to do
 * @param pages what it asks for, in the plural: {@code notices}
 */
public record Scraping(TaskName task, List<SourceId> sources, String pages) {
    public Scraping {
        sources = List.copyOf(sources);
    }

    /** What is a scraper's own. */
    @FunctionalInterface
    public interface Course {
        void follow(ScraperRun run) throws SQLException, InterruptedException;
    }

    public TaskOutcome run(Web web, TaskContext context, Course course)
            throws SQLException, InterruptedException, TaskFailed {
        ScraperRun run = new ScraperRun(this, web, context);
        if (sources.stream().noneMatch(source -> run.source(source).usable())) {
            return new TaskOutcome.Skipped(switchedOff());
        }
        course.follow(run);
        return run.conclude();
    }

    private String switchedOff() {
        String names = sources.stream().map(SourceId::id).collect(Collectors.joining(" and "));
        return sources.size() == 1
                ? "the source " + names + " is switched off"
                : "the sources " + names + " are switched off";
    }
}
