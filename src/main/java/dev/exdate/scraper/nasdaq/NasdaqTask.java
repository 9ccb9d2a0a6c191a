package dev.exdate.scraper.nasdaq;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.guard.EmptyCalendarRule;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.ExDateWindow;
import dev.exdate.market.TradingCalendar;
import dev.exdate.scraper.Asked;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.scraper.Scraping;
import dev.exdate.source.nasdaq.CalendarDays;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * NASDAQ's calendar, one request a day of ex-dates, weekends included (foreign lines go ex on them). What a later answer
 * leaves out is kept, because the site forgets within a week.
 */
@Dependent
public final class NasdaqTask implements Task {
    private static final Scraping SCRAPING = new Scraping(NasdaqSource.SCRAPER, List.of(NasdaqSource.ID), "days");
    private static final Limits.Lists LIMITS = Limits.USUAL.lists();

    private final Web web;
    private final CalendarStore store;
    private final CalendarDays calendarDays;

    /** @param calendarDays where the days ahead are kept for the rest of the run */
    public NasdaqTask(Web web, Database database, BulkWriter writer, CalendarDays calendarDays) {
        this.web = web;
        this.store = new CalendarStore(database, writer);
        this.calendarDays = calendarDays;
    }

    @Override
    public TaskName name() {
        return SCRAPING.task();
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        return SCRAPING.run(web, context, this::scrape);
    }

    @Override
    public Optional<ExDateWindow.Span> window(TaskOptions options) throws SQLException {
        return Optional.of(span(options));
    }

    private void scrape(ScraperRun run) throws SQLException, InterruptedException {
        TaskContext context = run.context();
        Assignment assignment = context.assignment();
        ExDateWindow.Span span =
                assignment.window().isPresent() ? assignment.window().get() : span(context.options());
        List<LocalDate> days = List.copyOf(assignment.days(span));
        run.log().line("📅 %d days, %s to %s".formatted(days.size(), days.getFirst(), days.getLast()));
        if (EmptyCalendarRule.of(LIMITS).mustHaveDividends(assignment.left(days, Unit::day))) {
            run.expectRows();
        }
        Set<LocalDate> ahead = ahead(assignment.left(days, Unit::day), context);
        long stored = store.stored(ahead);
        CalendarPages pages = new CalendarPages(run, store, ahead, calendarDays);
        Asked asked = run.ask(marketDayFirst(days, context.marketDay()), pages);
        run.log().line("📈 Days: " + asked.words("dividends"));
        if (run.failures() == 0 && ShrinkRule.ofAnnouncements(LIMITS).isShort(stored, pages.ahead())) {
            run.gate()
                    .objection(
                            Guard.SHORT,
                            name().id(),
                            "nasdaq lists %d dividends from %s on, but had %d"
                                    .formatted(pages.ahead(), context.marketDay(), stored))
                    .ifPresent(run::refuse);
        }
    }

    /** The market day first: if any day has changed since an earlier run of the evening, it is this one. */
    private static List<LocalDate> marketDayFirst(List<LocalDate> days, LocalDate marketDay) {
        return days.stream()
                .sorted(Comparator.comparing(day -> !day.equals(marketDay)))
                .toList();
    }

    /** The site forgets half of a past day within a week. */
    private static Set<LocalDate> ahead(List<LocalDate> days, TaskContext context) {
        LocalDate today = LocalDate.ofInstant(context.startedAt(), TradingCalendar.NEW_YORK);
        return days.stream()
                .filter(day -> !day.isBefore(context.marketDay()) && !day.isBefore(today))
                .collect(Collectors.toSet());
    }

    private ExDateWindow.Span span(TaskOptions options) throws SQLException {
        LocalDate marketDay = options.marketDay();
        return options.scraping().window().span(marketDay, store.newestPast(marketDay));
    }
}
