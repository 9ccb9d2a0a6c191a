package dev.exdate.futuredividends;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.format.Answer;
import dev.exdate.futuredividends.FutureDividendStore.Announced;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.ExDateWindow;
import dev.exdate.market.TradingCalendar;
import dev.exdate.task.FailureLog;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces the upcoming dividends from the run's market day on, in one transaction, after the whole calendar was read.
 * Past or withdrawn rows move to a history table.
 */
@Dependent
public final class FutureDividendsTask implements Task {
    private static final int AT_ONCE = 4;

    /** With this many sessions in the window, an empty calendar is implausible. */
    private static final int SESSIONS_WITH_DIVIDENDS = 5;

    /** At most one dividend in this many may be rejected. */
    private static final long BEARABLE = 5;

    private final List<DividendCalendar> calendars;
    private final FutureDividendStore store;

    /** @param calendars first the one to prefer */
    public FutureDividendsTask(
            @All List<DividendCalendar> calendars, Database database, BulkWriter writer, Clock clock) {
        this.calendars = List.copyOf(calendars);
        this.store = new FutureDividendStore(database, writer, clock);
    }

    @Override
    public TaskName name() {
        return TaskName.FUTURE_DIVIDENDS;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
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
            CalendarReading reading = read(calendar, first, last);
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

    private static CalendarReading read(DividendCalendar calendar, LocalDate first, LocalDate last) throws Exception {
        CalendarReading reading = new CalendarReading(first, last);
        new BoundedFetch(AT_ONCE)
                .each(
                        calendar.spans(first, last),
                        span -> reading.hasFailed()
                                ? new CalendarPart(span, Answer.nothing())
                                : new CalendarPart(span, calendar.of(span)),
                        reading::take);
        return reading;
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
        if (dividends.isEmpty() && sessions(first, last) >= SESSIONS_WITH_DIVIDENDS) {
            refuse(
                    reading,
                    gate,
                    "%s lists no dividend at all from %s to %s; its format may have changed"
                            .formatted(calendar.name(), first, last));
        } else if (isTooMuch(gone, stored.size())) {
            refuse(
                    reading,
                    gate,
                    "%s lists %d dividends from %s to %s; %d of %d stored dividends are missing"
                            .formatted(calendar.name(), dividends.size(), first, last, gone, stored.size()));
        } else {
            askAgain(calendar, stored, reading);
            reading.requireWhole(calendar.name());
        }
        Screened<FutureDividend> sifted = store.sift(List.copyOf(dividends), gate, context.marketDay());
        if (sifted.held().size() * BEARABLE > dividends.size()) {
            throw reading.refused("%d of %d dividends: %s"
                    .formatted(
                            sifted.held().size(),
                            dividends.size(),
                            sifted.held().getFirst().objection()));
        }
        hold(sifted, context);
        FutureDividendStore.Replaced replaced = store.replace(first, last, sifted);
        log.line(
                "📅 %s, %s to %s: %,d dividends: %d new, %d changed, %d unchanged, %d withdrawn, %d past moved to history"
                        .formatted(
                                calendar.name(),
                                first,
                                last,
                                dividends.size(),
                                replaced.written().added(),
                                replaced.written().changed(),
                                replaced.written().same(),
                                replaced.withdrawn(),
                                replaced.past()));
        reading.repeated().forEach(log::line);
        return new TaskOutcome.Succeeded(new Tally(
                reading.asked(),
                dividends.size(),
                replaced.written().added(),
                replaced.written().changed() + replaced.withdrawn(),
                replaced.written().same(),
                sifted.held().size()));
    }

    /** If only few were announced, half of them may be withdrawn, but not most. */
    private static boolean isTooMuch(long gone, long stored) {
        return new ShrinkRule(stored, stored - gone).isDoubtful() || gone * 2 > stored;
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
            if (had > 0 && has * 2 <= had) {
                reading.take(new CalendarPart(span, calendar.of(span)));
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
    private static void hold(Screened<FutureDividend> sifted, TaskContext context) {
        FailureLog failures = new FailureLog(context);
        Set<Unit> units = new HashSet<>();
        for (Screened.Held<FutureDividend> held : sifted.held()) {
            Unit unit = Unit.symbol(held.row().ticker());
            units.add(unit);
            failures.add(unit, held.objection());
        }
        failures.close();
        Stream.concat(context.assignment().open().stream(), context.assignment().only().stream())
                .filter(unit -> unit.kind() == UnitKind.SYMBOL && !units.contains(unit))
                .forEach(context.ledger()::had);
    }

    private static long sessions(LocalDate first, LocalDate last) {
        TradingCalendar calendar = new TradingCalendar();
        return first.datesUntil(last.plusDays(1)).filter(calendar::isTradingDay).count();
    }
}
