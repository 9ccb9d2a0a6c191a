package dev.exdate.scraper.nyse;

import dev.exdate.guard.StatedCountRule;
import dev.exdate.guard.Limits;
import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.ExDateWindow;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nyse.ActionPage;
import dev.exdate.source.nyse.CorporateAction;
import dev.exdate.source.nyse.ExDateException;
import dev.exdate.source.nyse.NyseCorpaxParser;
import dev.exdate.source.nyse.NyseExDateParser;
import dev.exdate.source.nyse.RenderedPage;
import dev.exdate.task.Assignment;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import dev.exdate.web.browser.Browsers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final String EX_DATES = "ex-dates";
    private static final String ACTIONS = "actions";
    private static final String PAGE = "/ex-date-dividends";
    private static final String ACTIONS_HOST = "listingmanager.nyse.com";
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        return TaskName.NYSE;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        SourceClient source = web.source(SourceId.NYSE);
        if (!source.usable()) {
            return new TaskOutcome.Skipped("the source nyse is switched off");
        }
        List<String> failures = new ArrayList<>();
        Tally tally = Tally.NONE;
        Optional<ExDateWindow.Span> actions = span(ACTIONS, context);
        if (actions.isPresent()) {
            announce(ACTIONS, actions.get(), context);
            tally = actions(source, actions.get(), context, failures);
            settle(ACTIONS, actions.get(), context, failures);
        }
        Optional<ExDateWindow.Span> exDates = span(EX_DATES, context);
        // A later run that finds a browser goes on behind the newest ex-date stored, so nothing is noted as missing
        // here.
        Optional<String> leftOut =
                exDates.flatMap(span -> browsers.lacking()).map("the ex-date page of nyse: "::concat);
        if (leftOut.isPresent()) {
            context.log().line("⏭️  left out: " + leftOut.get());
        } else if (exDates.isPresent()) {
            List<String> ofThese = new ArrayList<>();
            announce(EX_DATES, exDates.get(), context);
            tally = tally.plus(exDates(exDates.get(), context, ofThese));
            settle(EX_DATES, exDates.get(), context, ofThese);
            failures.addAll(ofThese);
        }
        if (!failures.isEmpty()) {
            throw new TaskFailed(String.join("; ", failures), tally);
        }
        return new TaskOutcome.Succeeded(tally, leftOut);
    }

    @Override
    public Optional<ExDateWindow.Span> window(TaskOptions options) throws SQLException {
        LocalDate marketDay = options.marketDay();
        return Optional.of(options.scraping().window().span(marketDay, store.newestPast(marketDay)));
    }

    /** From the first to the last day that is to be asked for; empty when this one of the two is not asked for at all. */
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

    private static void announce(String what, ExDateWindow.Span span, TaskContext context) {
        context.log().line("📅 %s from %s to %s".formatted(what, span.from(), span.to()));
    }

    /** Tells the ledger of a window that was asked for, and of those before it that it includes. */
    private static void settle(String what, ExDateWindow.Span span, TaskContext context, List<String> failures) {
        if (!failures.isEmpty()) {
            context.ledger().failed(Unit.window(what, span), failures.getFirst());
            return;
        }
        context.ledger().done(Unit.window(what, span));
        Stream.concat(context.assignment().open().stream(), context.assignment().only().stream())
                .filter(unit -> unit.kind() == UnitKind.WINDOW && unit.name().startsWith(what))
                .forEach(context.ledger()::had);
    }

    private Tally exDates(ExDateWindow.Span span, TaskContext context, List<String> failures)
            throws SQLException, InterruptedException {
        Answer<ExDateException> answer = page(span);
        if (answer instanceof Answer.Failed<ExDateException> failed) {
            failures.add(failed.message());
            return new Tally(1, 0, 0, 0, 0, 1);
        }
        List<ExDateException> rows = answer.rowsOrEmpty();
        // What is over may leave the page; what was announced stays on it.
        LocalDate today = context.marketDay();
        ExDateWindow.Span ahead = new ExDateWindow.Span(span.from().isAfter(today) ? span.from() : today, span.to());
        long stored = store.exDates(ahead);
        Written written = store.writeExDates(rows);
        context.log()
                .line("🏛️  %d ex-dates that are not record dates, %d new".formatted(rows.size(), written.added()));
        long announced = rows.stream()
                .filter(row -> !row.exDate().isBefore(ahead.from()))
                .count();
        shrunk(
                        context.gate(name()),
                        "ex-dates that are not record dates",
                        EX_DATES,
                        ahead,
                        stored,
                        announced)
                .ifPresent(failures::add);
        return new Tally(1, rows.size(), written.added(), written.changed(), written.same(), 0);
    }

    private Answer<ExDateException> page(ExDateWindow.Span span) throws InterruptedException {
        Optional<Path> program = browsers.find();
        if (program.isEmpty()) {
            return Answer.failed(
                    Failure.UNAVAILABLE,
                    "the browser " + browsers.set().orElse(Path.of("chromium")) + " (EXDATE_BROWSER) can't be run;"
                            + " install chromium (apt-get install chromium), set EXDATE_BROWSER to one, or switch the"
                            + " source off with EXDATE_SOURCE_NYSE_ENABLED=false");
        }
        try {
            URI address = URI.create(settings.source(SourceId.NYSE).baseUrl() + PAGE);
            return new NyseExDateParser().parse(new RenderedPage(program.get(), address, PATIENCE).read(span));
        } catch (IOException e) {
            return Answer.failed(Failure.UNAVAILABLE, "nyse " + PAGE + ": " + e.getMessage());
        }
    }

    private Tally actions(SourceClient source, ExDateWindow.Span span, TaskContext context, List<String> failures)
            throws SQLException, InterruptedException {
        Tally tally = Tally.NONE;
        long stored = store.actions(span);
        Set<CorporateAction> seen = new HashSet<>();
        int announced = 0;
        boolean more = true;
        for (int page = 1; more && page <= MOST_PAGES; page++) {
            Answer<ActionPage> answer = source.fetch(
                    Request.of("/api/corpax/")
                            .with("action_date__gte", span.from())
                            .with("action_date__lte", span.to())
                            .with("page", page)
                            .with("page_size", PAGE_SIZE)
                            .header("Accept", "application/json")
                            .onHost(ACTIONS_HOST),
                    new NyseCorpaxParser());
            if (answer instanceof Answer.Failed<ActionPage> failed) {
                failures.add(failed.message());
                return tally.plus(new Tally(1, 0, 0, 0, 0, 1));
            }
            ActionPage read = answer.rowsOrEmpty().stream().findFirst().orElse(ActionPage.NONE);
            Written written = store.writeActions(read.actions());
            tally = tally.plus(
                    new Tally(1, read.actions().size(), written.added(), written.changed(), written.same(), 0));
            announced = Math.max(announced, read.count());
            // A list that ignores the page asked for would go on for ever.
            more = seen.addAll(read.actions()) && !read.last();
        }
        context.log().line("📜 %d corporate actions, %d new".formatted(tally.read(), tally.added()));
        doubt(context.gate(name()), span, announced, seen.size(), stored).ifPresent(failures::add);
        return tally;
    }

    /** @param announced how many the list says itself that it has */
    private static Optional<String> doubt(
            OverrideGate gate, ExDateWindow.Span span, int announced, int read, long stored) {
        if (StatedCountRule.of(Limits.USUAL.lists()).isCutOff(announced, read)) {
            return gate.objection(
                    Guard.SHORT,
                    ACTIONS,
                    "nyse gives %d of the %d corporate actions that it says it has from %s to %s"
                            .formatted(read, announced, span.from(), span.to()));
        }
        return shrunk(gate, "corporate actions", ACTIONS, span, stored, read);
    }

    private static Optional<String> shrunk(
            OverrideGate gate, String rows, String list, ExDateWindow.Span span, long had, long has) {
        return !ShrinkRule.ofAnnouncements(Limits.USUAL.lists()).isShort(had, has)
                ? Optional.empty()
                : gate.objection(
                        Guard.SHORT,
                        list,
                        "nyse has %d %s from %s to %s, and had %d"
                                .formatted(has, rows, span.from(), span.to(), had));
    }
}
