package dev.exdate.scraper.snowball;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.scraper.Judged;
import dev.exdate.scraper.Pages;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.snowball.CalendarPage;
import dev.exdate.source.snowball.SnowballClient;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of one list. */
final class CategoryPages implements Pages<Integer, CalendarPage, CalendarRow> {

    /** {@code us-popular-div?page=3}. */
    static final String PAGE = "?page=";

    private final Category category;
    private final ScraperRun run;
    private final CalendarStore store;
    private final Map<CalendarRow.Key, Category> seen;
    private int last;
    private int listed;

    /** @param seen the list in which a row was first found; the row keeps it as its source */
    CategoryPages(Category category, ScraperRun run, CalendarStore store, Map<CalendarRow.Key, Category> seen) {
        this.category = category;
        this.run = run;
        this.store = store;
        this.seen = seen;
    }

    /** How many pages the first one says there are; 0 while that is not known. */
    int last() {
        return last;
    }

    /** Rows of all pages, estimates included. */
    int listed() {
        return listed;
    }

    @Override
    public Unit unit(Integer page) {
        return Unit.page(category.id() + PAGE + page);
    }

    @Override
    public Answer<CalendarPage> ask(Integer page) throws InterruptedException {
        return new SnowballClient(run.source(SnowballSource.ID)).calendar(category.id(), page);
    }

    @Override
    public void distrust(Integer page) {
        run.source(SnowballSource.ID).distrust(SnowballClient.request(category.id(), page));
    }

    @Override
    public Judged<CalendarRow> judge(Integer number, List<CalendarPage> pages) throws SQLException {
        if (pages.isEmpty()) {
            return empty(number);
        }
        CalendarPage page = pages.getFirst();
        if (number == 1) {
            Optional<String> objection = store.objection(
                    category.id(), page.total(), run.gate(), run.context().marketDay());
            if (objection.isPresent()) {
                return Judged.refused(objection.get());
            }
            last = page.pages();
        }
        listed += page.listed();
        List<CalendarRow> rows = page.declared().stream()
                .map(dividend -> new CalendarRow(dividend, category))
                .filter(row -> category.equals(seen.computeIfAbsent(row.key(), key -> category)))
                .toList();
        return switch (Judged.of(store.screen(rows, run.gate(), run.context().marketDay()))) {
            case Judged.Taken<CalendarRow> taken ->
                new Judged.Taken<>(taken.rows(), page.declared().size());
            case Judged<CalendarRow> other -> other;
        };
    }

    /** The last page may have become empty while the others were read. */
    private Judged<CalendarRow> empty(int number) {
        if (number < last) {
            return Judged.refused("snowball %s: page %d of %d is empty".formatted(category.id(), number, last));
        }
        if (number == 1) {
            run.log().line("❔ " + category.title() + ": empty list");
        }
        return Judged.taken(List.of());
    }

    @Override
    public Written write(List<CalendarRow> rows) throws SQLException {
        return store.write(category, rows);
    }
}
