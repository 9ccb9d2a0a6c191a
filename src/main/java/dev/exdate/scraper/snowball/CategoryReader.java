package dev.exdate.scraper.snowball;

import dev.exdate.database.ListLengths;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.guard.Limits;
import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.source.snowball.CalendarPage;
import dev.exdate.source.snowball.CalendarPageParser;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.ParallelFetch.Answered;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads all pages of lists; each page's rows are one transaction, so that those read stay when another fails. */
final class CategoryReader {
    private static final String PATH = "/extapi/api/public/dividend-calendar/paged";
    private static final int PAGE_SIZE = 50;
    private static final ShrinkRule SHORT = ShrinkRule.ofLists(Limits.USUAL.lists());
    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_dividends_snowball", "amount", true);
    private static final AnnouncedAmounts<CalendarRow> SAID = new AnnouncedAmounts<>(
            row -> row.key().symbol(),
            row -> row.key().exDate(),
            row -> row.dividend().amount());

    /** {@code us-popular-div?page=3}. */
    static final String PAGE = "?page=";

    private final SourceClient source;
    private final Database database;
    private final BulkWriter writer;
    private final TaskLog log;
    private final TaskContext context;
    private final FailureLog failures;
    private final OverrideGate gate;
    /** Which list a row was first found in: it keeps that source, whatever other lists have it too. */
    private final Map<CalendarRow.Key, Category> seen = new HashMap<>();

    private Written written = Written.NOTHING;
    private int requests;
    private int listed;
    private long read;

    CategoryReader(
            SourceClient source, Database database, BulkWriter writer, TaskContext context, FailureLog failures) {
        this.source = source;
        this.database = database;
        this.writer = writer;
        this.context = context;
        this.log = context.log();
        this.failures = failures;
        this.gate = context.gate(TaskName.SNOWBALL);
    }

    Tally tally() {
        return new Tally(requests, read, written.added(), written.changed(), written.same(), failures.count());
    }

    void read(Category category) throws SQLException, InterruptedException {
        Tally before = tally();
        if (context.assignment().includes(unit(category, 1))) {
            readAll(category);
        } else {
            List<Integer> pages = context.assignment()
                    .only(UnitKind.PAGE)
                    .filter(unit -> unit.name().startsWith(category.id() + PAGE))
                    .map(unit ->
                            Integer.valueOf(unit.name().substring(category.id().length() + PAGE.length())))
                    .toList();
            readThese(pages, 0, category);
        }
        log.line("⛄ %s: %d pages asked, %d declared dividends, %d new, %d changed"
                .formatted(
                        category.title(),
                        requests - before.asked(),
                        read - before.read(),
                        written.added() - before.added(),
                        written.changed() - before.changed()));
    }

    private void readAll(Category category) throws SQLException, InterruptedException {
        requests++;
        listed = 0;
        int before = failures.count();
        Answer<CalendarPage> first = believed(category, page(category, 1));
        if (first instanceof Answer.Nothing<CalendarPage>) {
            log.line("❔ " + category.title() + ": empty list");
        }
        take(category, 1, 1, first);
        if (first instanceof Answer.Rows<CalendarPage>(List<CalendarPage> pages)) {
            int last = pages.getFirst().pages();
            readThese(IntStream.rangeClosed(2, last).boxed().toList(), last, category);
            boolean whole =
                    failures.count() == before && context.assignment().done().isEmpty();
            if (whole) {
                // Right rows are right, however few; those that are missing are asked for again.
                objection(category.id() + "'s rows", listed)
                        .ifPresent(reason -> failures.add(unit(category, 1), reason));
            }
        }
    }

    /** A list of which half has gone is not read. */
    private Answer<CalendarPage> believed(Category category, Answer<CalendarPage> first) throws SQLException {
        Optional<String> objection = first instanceof Answer.Rows<CalendarPage>(List<CalendarPage> pages)
                ? objection(category.id(), pages.getFirst().total())
                : Optional.empty();
        return objection.isPresent() ? Answer.failed(Failure.IMPLAUSIBLE, objection.get()) : first;
    }

    private Optional<String> objection(String list, int rows) throws SQLException {
        return new ListLengths(database, gate).objection("snowball " + list, context.marketDay(), rows, SHORT);
    }

    /** @param last page of the list; 0 where it is not known */
    private void readThese(List<Integer> wanted, int last, Category category)
            throws SQLException, InterruptedException {
        List<Integer> pages = context.assignment().left(wanted, page -> unit(category, page));
        requests += pages.size();
        ParallelFetch.<Integer, Answer<CalendarPage>, SQLException>askAll(
                pages, page -> page(category, page), answers -> {
                    for (Answered<Integer, Answer<CalendarPage>> it : answers) {
                        take(category, it.question(), last, it.answer());
                    }
                });
    }

    private void take(Category category, int page, int last, Answer<CalendarPage> answer) throws SQLException {
        Unit unit = unit(category, page);
        switch (answer) {
            case Answer.Failed<CalendarPage> failed -> failures.add(unit, failed.message());
            case Answer.Nothing<CalendarPage> none -> {
                // the last page may have run dry while the others were read
                if (page < last) {
                    failures.add(unit, "snowball %s: page %d of %d is empty".formatted(category.id(), page, last));
                } else {
                    context.ledger().done(unit);
                }
            }
            case Answer.Rows<CalendarPage>(List<CalendarPage> pages) -> {
                Optional<String> objection = store(category, pages.getFirst());
                objection.ifPresentOrElse(
                        reason -> failures.add(unit, reason),
                        () -> context.ledger().done(unit));
            }
        }
        context.ledger().progress(tally());
    }

    private static Unit unit(Category category, int page) {
        return Unit.page(category.id() + PAGE + page);
    }

    private Answer<CalendarPage> page(Category category, int page) throws InterruptedException {
        Request request = Request.of(PATH)
                .with("type", category.id())
                .with("dateType", "payment")
                .with("pageSize", PAGE_SIZE)
                .with("page", page)
                .with("sortBy", "paymentDate")
                .with("sortDirection", "asc")
                .header("Accept", "application/json");
        return source.fetch(request, new CalendarPageParser());
    }

    /** Gives what of the page was held back. */
    private Optional<String> store(Category category, CalendarPage page) throws SQLException {
        listed += page.listed();
        read += page.declared().size();
        List<CalendarRow> rows = page.declared().stream()
                .map(dividend -> new CalendarRow(dividend, category))
                .filter(row -> category.equals(seen.computeIfAbsent(row.key(), key -> category)))
                .toList();
        Screened<CalendarRow> screened =
                new AmountHistories(database, AMOUNTS).screen(SAID, rows, gate, context.marketDay());
        if (!screened.rows().isEmpty()) {
            written = written.plus(
                    database.inTransaction(handle -> writer.write(handle, CalendarRow.TABLE, screened.rows())));
        }
        return screened.objection();
    }
}
