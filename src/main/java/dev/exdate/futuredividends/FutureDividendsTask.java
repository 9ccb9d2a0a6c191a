package dev.exdate.futuredividends;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.format.Answer;
import dev.exdate.futuredividends.FutureDividendStore.Announced;
import dev.exdate.guard.EmptyCalendarRule;
import dev.exdate.guard.FailureShareRule;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.ExDateWindow;
import dev.exdate.market.Ticker;
import dev.exdate.task.FailureLog;
import dev.exdate.task.NotThere;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.task.UnknownSymbols;
import dev.exdate.web.BoundedFetch;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces the upcoming dividends from the run's market day on, in one transaction, after the whole calendar was read.
 * Past or withdrawn rows move to a history table.
 */
@Dependent
public final class FutureDividendsTask implements Task {
    private static final int AT_ONCE = 4;

    private static final Limits LIMITS = Limits.USUAL;
    private static final ShrinkRule SHRINKAGE = ShrinkRule.ofAnnouncements(LIMITS.lists());

    private final List<DividendCalendar> calendars;
    private final FutureDividendStore store;
    private final Database database;

    /** @param calendars first the one to prefer */
    public FutureDividendsTask(
            @All List<DividendCalendar> calendars, Database database, BulkWriter writer, Clock clock) {
        this.calendars = List.copyOf(calendars);
        this.store = new FutureDividendStore(database, writer, clock);
        this.database = database;
    }

    @Override
    public TaskName name() {
        return TaskName.FUTURE_DIVIDENDS;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
        Optional<NotThere> unknown = UnknownSymbols.of(database, context);
        return unknown.filter(NotThere::all).isPresent()
                ? NotThere.after(new TaskOutcome.Succeeded(Tally.NONE), unknown)
                : NotThere.after(read(context), unknown);
    }

    private TaskOutcome read(TaskContext context) throws Exception {
        ExDateWindow.Span span = context.assignment()
                .window()
                .orElseGet(() -> window(context.options()).orElseThrow());
        LocalDate first = span.from();
        LocalDate last = span.to();
        List<DividendCalendar> usable =
                calendars.stream().filter(DividendCalendar::usable).toList();
        if (usable.isEmpty()) {
            return new TaskOutcome.Skipped("neither FMP nor NASDAQ is enabled; enable one or set FMP_API_KEY");
        }
        for (DividendCalendar calendar : usable) {
            CalendarReading reading = read(calendar, first, last, context.runId());
            if (reading.notCovered() && !calendar.equals(usable.getLast())) {
                context.log()
                        .line("⚠️  %s's plan does not include the calendar; asking the next source"
                                .formatted(calendar.name()));
                continue;
            }
            return replace(context, calendar, first, last, reading);
        }
        throw new IllegalStateException("the last calendar is never skipped");
    }

    /** The calendar is replaced as a whole, so a failed part means a failed whole. */
    @Override
    public Optional<ExDateWindow.Span> window(TaskOptions options) {
        LocalDate marketDay = options.marketDay();
        return Optional.of(new ExDateWindow.Span(marketDay, marketDay.plusDays(options.daysAhead())));
    }

    private static CalendarReading read(DividendCalendar calendar, LocalDate first, LocalDate last, UUID runId)
            throws Exception {
        CalendarReading reading = new CalendarReading(first, last);
        new BoundedFetch(AT_ONCE)
                .each(
                        calendar.spans(first, last),
                        span -> reading.hasFailed()
                                ? new CalendarPart(span, Answer.nothing(), false)
                                : part(calendar, span, runId),
                        reading::take);
        return reading;
    }

    private static CalendarPart part(DividendCalendar calendar, DividendCalendar.Span span, UUID runId)
            throws InterruptedException {
        Optional<Answer<FutureDividend>> known = calendar.known(runId, span);
        return known.isPresent()
                ? new CalendarPart(span, known.get(), false)
                : new CalendarPart(span, calendar.of(span), true);
    }

    private TaskOutcome replace(
            TaskContext context, DividendCalendar calendar, LocalDate first, LocalDate last, CalendarReading reading)
            throws SQLException, TaskFailed, InterruptedException {
        TaskLog log = context.log();
        OverrideGate gate = context.gate(name());
        Collection<FutureDividend> dividends = reading.dividends();
        List<Announced> stored = store.announced(first, last, calendar.name());
        long gone = gone(stored, dividends);
        reading.requireWhole(calendar.name());
        if (dividends.isEmpty() && mustHaveDividends(first, last)) {
            refuse(
                    reading,
                    gate,
                    "%s lists no dividend at all from %s to %s; its format may have changed"
                            .formatted(calendar.name(), first, last));
        } else if (SHRINKAGE.isTooMuchToRemove(stored.size(), gone)) {
            refuse(
                    reading,
                    gate,
                    "%s lists %d dividends from %s to %s; %d of %d stored dividends are missing"
                            .formatted(calendar.name(), dividends.size(), first, last, gone, stored.size()));
        } else {
            askAgain(calendar, stored, reading);
            reading.requireWhole(calendar.name());
        }
        Set<String> only =
                context.options().symbols().stream().map(Ticker::symbol).collect(Collectors.toSet());
        List<FutureDividend> wanted = dividends.stream()
                .filter(it -> only.isEmpty() || only.contains(it.ticker().symbol()))
                .toList();
        Screened<FutureDividend> screened = store.screen(wanted, gate, context.marketDay());
        if (FailureShareRule.of(LIMITS.sources()).isTooMany(screened.held().size(), wanted.size())) {
            throw reading.refused("%d of %d dividends: %s"
                    .formatted(
                            screened.held().size(),
                            wanted.size(),
                            screened.held().getFirst().objection()));
        }
        hold(screened, context);
        FutureDividendStore.Replaced replaced =
                store.replace(new FutureDividendStore.Window(first, last, only), calendar.source(), screened);
        log.line(
                "📅 %s, %s to %s: %,d dividends: %d new, %d changed, %d unchanged, %d withdrawn, %d past moved to history"
                        .formatted(
                                calendar.name(),
                                first,
                                last,
                                wanted.size(),
                                replaced.written().added(),
                                replaced.written().changed(),
                                replaced.written().same(),
                                replaced.withdrawn(),
                                replaced.past()));
        reading.repeated().forEach(log::line);
        return new TaskOutcome.Succeeded(new Tally(
                reading.asked(),
                wanted.size(),
                replaced.written().added(),
                replaced.written().changed() + replaced.withdrawn(),
                replaced.written().same(),
                screened.held().size()));
    }

    private static long gone(List<Announced> stored, Collection<FutureDividend> dividends) {
        Set<Announced> listed = dividends.stream()
                .map(dividend -> new Announced(dividend.ticker().symbol(), dividend.exDate()))
                .collect(Collectors.toSet());
        return stored.stream().filter(row -> !listed.contains(row)).count();
    }

    /** Asks again for parts that lost half of their stored rows; a row in either answer counts. */
    private static void askAgain(DividendCalendar calendar, List<Announced> stored, CalendarReading reading)
            throws InterruptedException {
        for (DividendCalendar.Span span : calendar.spans(reading.first(), reading.last())) {
            long had =
                    stored.stream().filter(row -> span.includes(row.exDate())).count();
            long has = reading.dividends().stream()
                    .filter(dividend -> span.includes(dividend.exDate()))
                    .count();
            if (SHRINKAGE.isLow(had, has)) {
                reading.take(new CalendarPart(span, calendar.anew(span), true));
            }
        }
    }

    private static void refuse(CalendarReading reading, OverrideGate gate, String finding) throws TaskFailed {
        Optional<String> objection = gate.objection(Guard.SHORT, TaskName.FUTURE_DIVIDENDS.id(), finding);
        if (objection.isPresent()) {
            throw reading.refused(objection.get());
        }
    }

    /** Records the rejected dividends of each symbol, and clears the other symbols. */
    private static void hold(Screened<FutureDividend> screened, TaskContext context) {
        FailureLog failures = new FailureLog(context);
        Set<Unit> units = new HashSet<>();
        for (Screened.Held<FutureDividend> held : screened.held()) {
            Unit unit = Unit.symbol(held.row().ticker());
            units.add(unit);
            failures.add(unit, held.objection());
        }
        failures.close();
        Stream.concat(context.assignment().open().stream(), context.assignment().only().stream())
                .filter(unit -> unit.kind() == UnitKind.SYMBOL && !units.contains(unit))
                .forEach(context.ledger()::had);
    }

    private static boolean mustHaveDividends(LocalDate first, LocalDate last) {
        return EmptyCalendarRule.of(LIMITS.lists())
                .mustHaveDividends(first.datesUntil(last.plusDays(1)).toList());
    }
}
