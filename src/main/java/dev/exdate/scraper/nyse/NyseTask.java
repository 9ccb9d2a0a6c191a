package dev.exdate.scraper.nyse;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.market.ExDateWindow;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.scraper.Scraping;
import dev.exdate.settings.Settings;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.web.Web;
import dev.exdate.web.browser.Browsers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The ex-dates that are not record dates, from a page that only a browser renders, and the exchange's corporate actions.
 * Each is read and kept whether or not the other fails.
 */
@Dependent
public final class NyseTask implements Task {
    private static final Scraping SCRAPING = new Scraping(NyseSource.SCRAPER, List.of(NyseSource.ID), "pages");

    private final Web web;
    private final NyseStore store;
    private final Settings settings;
    private final Browsers browsers;

    @Inject
    public NyseTask(Web web, Database database, BulkWriter writer, Settings settings) {
        this(web, database, writer, settings, Browsers.onThisMachine(settings.browser()));
    }

    NyseTask(Web web, Database database, BulkWriter writer, Settings settings, Browsers browsers) {
        this.web = web;
        this.store = new NyseStore(database, writer);
        this.browsers = browsers;
        this.settings = settings;
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
        LocalDate marketDay = options.marketDay();
        return Optional.of(options.scraping().window().span(marketDay, store.newestPast(marketDay)));
    }

    private void scrape(ScraperRun run) throws SQLException, InterruptedException {
        read(run, new CorporateActions(run, store));
        // Nothing is recorded as missing: a later run with a browser continues after the newest stored ex-date.
        Optional<String> lacking = browsers.lacking();
        if (lacking.isEmpty()) {
            read(
                    run,
                    new ExDatePage(
                            run, store, browsers, settings.source(NyseSource.ID).baseUrl(), settings.proxies()));
        } else if (span(ExDatePage.NAME, run.context()).isPresent()) {
            run.leaveOut("the ex-date page of nyse: " + lacking.get());
        }
    }

    private void read(ScraperRun run, Listing listing) throws SQLException, InterruptedException {
        Optional<ExDateWindow.Span> span = span(listing.name(), run.context());
        if (span.isEmpty()) {
            return;
        }
        run.log()
                .line("📅 %s from %s to %s"
                        .formatted(listing.name(), span.get().from(), span.get().to()));
        Optional<String> trouble = listing.read(span.get());
        run.settled(Unit.window(listing.name(), span.get()), trouble);
        if (trouble.isPresent()) {
            run.source(NyseSource.ID).distrustAll();
        } else {
            healIncluded(listing.name(), run.context());
        }
    }

    /** Windows that failed in an earlier run are part of the one that was read. */
    private static void healIncluded(String what, TaskContext context) {
        Stream.concat(context.assignment().open().stream(), context.assignment().only().stream())
                .filter(unit -> unit.kind() == UnitKind.WINDOW && unit.name().startsWith(what))
                .forEach(context.ledger()::had);
    }

    /** From the first to the last requested day; empty if this list is not requested at all. */
    private Optional<ExDateWindow.Span> span(String what, TaskContext context) throws SQLException {
        Assignment assignment = context.assignment();
        List<Unit> concerned = (assignment.narrowed() ? assignment.only() : assignment.open())
                .stream()
                        .filter(unit -> unit.kind() == UnitKind.WINDOW)
                        .filter(unit -> unit.name().startsWith(what)
                                || Character.isDigit(unit.name().charAt(0)))
                        .toList();
        if (assignment.narrowed() && concerned.isEmpty()) {
            return Optional.empty();
        }
        ExDateWindow.Span whole = assignment.window().isPresent()
                ? assignment.window().get()
                : window(context.options()).orElseThrow();
        SortedSet<LocalDate> days = new Assignment(
                        Optional.empty(),
                        assignment.narrowed() ? concerned : List.of(),
                        assignment.narrowed() ? List.of() : concerned,
                        Set.of())
                .days(whole);
        ExDateWindow.Span span = new ExDateWindow.Span(days.getFirst(), days.getLast());
        if (assignment.done().contains(Unit.window(what, span))) {
            return Optional.empty();
        }
        return Optional.of(span);
    }
}
