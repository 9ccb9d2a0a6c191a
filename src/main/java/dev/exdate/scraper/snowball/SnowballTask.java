package dev.exdate.scraper.snowball;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.scraper.Scraping;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.NotThere;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.UnitKind;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The declared dividends of Snowball's calendar, all pages of each list. */
@Dependent
public final class SnowballTask implements Task {
    private static final Scraping SCRAPING = new Scraping(SnowballSource.SCRAPER, List.of(SnowballSource.ID), "pages");

    private final Web web;
    private final CalendarStore store;
    private final Clock clock;

    public SnowballTask(Web web, Database database, BulkWriter writer, Clock clock) {
        this.web = web;
        this.store = new CalendarStore(database, writer);
        this.clock = clock;
    }

    @Override
    public TaskName name() {
        return SCRAPING.task();
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        List<String> named = context.options().scraping().categories();
        Optional<NotThere> unknown = NotThere.of(
                "category",
                "categories",
                named,
                Set.copyOf(Category.ids()),
                "choose from " + String.join(", ", Category.ids()));
        unknown.ifPresent(it -> context.log().line("⚠️  " + it.words()));
        if (unknown.filter(NotThere::all).isPresent()) {
            return new TaskOutcome.Failed(
                    unknown.get().words() + "; choose from " + String.join(", ", Category.ids()), Tally.NONE);
        }
        return NotThere.after(SCRAPING.run(web, context, this::scrape), unknown);
    }

    private void scrape(ScraperRun run) throws SQLException, InterruptedException {
        Instant start = clock.instant();
        run.expectRows();
        CategoryReader reader = new CategoryReader(run, store);
        for (Category category : asked(run.context())) {
            reader.read(category);
        }
        run.log()
                .line("⏱️  %d pages in %d s"
                        .formatted(
                                run.tally().asked(),
                                Duration.between(start, clock.instant()).toSeconds()));
    }

    /** Pages that failed may be of other lists than the ones this run reads. */
    private static List<Category> asked(TaskContext context) {
        Assignment assignment = context.assignment();
        return assignment.narrowed()
                ? Arrays.stream(Category.values())
                        .filter(category -> assignment
                                .only(UnitKind.PAGE)
                                .anyMatch(unit -> unit.name().startsWith(category.id() + CategoryPages.PAGE)))
                        .toList()
                : named(context.options().scraping().categories());
    }

    private static List<Category> named(List<String> names) {
        return names.isEmpty()
                ? Category.EACH_NIGHT
                : names.stream()
                        .map(Category::find)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
    }
}
