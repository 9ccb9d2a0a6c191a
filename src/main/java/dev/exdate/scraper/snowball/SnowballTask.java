package dev.exdate.scraper.snowball;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.settings.SourceId;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.UnitKind;
import dev.exdate.web.CircuitBreaker;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The declared dividends of Snowball's calendar, all pages of each list. A page that fails fails the task; what other
 * pages gave stays.
 */
@Dependent
public final class SnowballTask implements Task {
    private static final int PATIENCE = 4;

    private final Web web;
    private final Database database;
    private final BulkWriter writer;
    private final Clock clock;

    public SnowballTask(Web web, Database database, BulkWriter writer, Clock clock) {
        this.web = web;
        this.database = database;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public TaskName name() {
        return TaskName.SNOWBALL;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        SourceClient source = new CircuitBreaker(web.source(SourceId.SNOWBALL), PATIENCE);
        if (!source.usable()) {
            return new TaskOutcome.Skipped("the source snowball is switched off");
        }
        Instant start = clock.instant();
        FailureLog failures = new FailureLog(context);
        CategoryReader reader = new CategoryReader(source, database, writer, context, failures);
        for (Category category : asked(context)) {
            reader.read(category);
        }
        failures.close();
        context.log()
                .line("⏱️  %d pages in %d s"
                        .formatted(
                                reader.tally().asked(),
                                Duration.between(start, clock.instant()).toSeconds()));
        if (failures.count() > 0) {
            throw new TaskFailed(
                    "%d of %d pages failed, the first: %s"
                            .formatted(failures.count(), reader.tally().asked(), failures.first()),
                    reader.tally());
        }
        if (reader.tally().read() == 0 && !context.assignment().narrowed()) {
            throw new TaskFailed(
                    "no declared dividend in any list: the site is empty or its layout has changed", reader.tally());
        }
        return new TaskOutcome.Succeeded(reader.tally());
    }

    /** Pages that failed may be of other lists than the ones this run reads. */
    private List<Category> asked(TaskContext context) {
        return context.assignment().narrowed()
                ? Arrays.stream(Category.values())
                        .filter(category -> context.assignment()
                                .only(UnitKind.PAGE)
                                .anyMatch(unit -> unit.name().startsWith(category.id() + CategoryReader.PAGE)))
                        .toList()
                : context.options().scraping().snowballCategories().stream()
                        .map(Category::of)
                        .distinct()
                        .toList();
    }
}
