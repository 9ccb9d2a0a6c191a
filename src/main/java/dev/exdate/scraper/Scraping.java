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
 * What every scraper does: open its sources, request pages, judge and write them, and decide whether the task failed.
 *
 * @param sources the task is skipped if none of them may be used
 * @param pages the plural of what it requests: {@code notices}
 */
public record Scraping(TaskName task, List<SourceId> sources, String pages) {
    public Scraping {
        sources = List.copyOf(sources);
    }

    /** The part that differs between scrapers. */
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
        return sources.size() == 1 ? "the source " + names + " is disabled" : "the sources " + names + " are disabled";
    }
}
