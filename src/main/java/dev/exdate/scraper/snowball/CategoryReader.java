package dev.exdate.scraper.snowball;

import dev.exdate.scraper.Asked;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.task.Assignment;
import dev.exdate.task.UnitKind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads all pages of lists, or those that failed before. */
final class CategoryReader {
    private final ScraperRun run;
    private final CalendarStore store;
    private final Map<CalendarRow.Key, Category> seen = new HashMap<>();

    CategoryReader(ScraperRun run, CalendarStore store) {
        this.run = run;
        this.store = store;
    }

    void read(Category category) throws SQLException, InterruptedException {
        CategoryPages pages = new CategoryPages(category, run, store, seen);
        Assignment assignment = run.context().assignment();
        Asked asked = assignment.includes(pages.unit(1))
                ? readAll(category, pages)
                : run.ask(chosen(category, assignment), pages);
        run.log().line("⛄ %s: %s".formatted(category.title(), asked.words("declared dividends")));
    }

    private Asked readAll(Category category, CategoryPages pages) throws SQLException, InterruptedException {
        int before = run.failures();
        // The first page is read again if necessary: it states the number of pages.
        Asked asked = run.askAll(List.of(1), pages).plus(run.ask(rest(pages), pages));
        boolean whole = run.failures() == before
                && pages.last() > 0
                && run.context().assignment().done().isEmpty();
        if (whole) {
            // The rows are right, however few; the next run asks for the missing ones.
            Optional<String> objection = store.objection(
                    category.id() + "'s rows",
                    pages.listed(),
                    run.gate(),
                    run.context().marketDay());
            if (objection.isPresent()) {
                run.missed(pages.unit(1), objection.get());
                run.refuse(objection.get());
            } else {
                store.withdraw(category, seen.keySet(), run.context().marketDay());
            }
        }
        return asked;
    }

    private static List<Integer> rest(CategoryPages pages) {
        return IntStream.rangeClosed(2, pages.last()).boxed().toList();
    }

    private static List<Integer> chosen(Category category, Assignment assignment) {
        String beginning = category.id() + CategoryPages.PAGE;
        return assignment
                .only(UnitKind.PAGE)
                .filter(unit -> unit.name().startsWith(beginning))
                .map(unit -> Integer.valueOf(unit.name().substring(beginning.length())))
                .toList();
    }
}
