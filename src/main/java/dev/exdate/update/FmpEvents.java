package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpSplit;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * FMP's calendars: the dividends and splits of all symbols, ten days a request, instead of two requests a symbol. Each
 * part is requested once, when the first symbol needs it. Thread-safe.
 */
@Dependent
final class FmpEvents {
    static final int DAYS = 10;
    private static final int LONGEST = 110;

    /** A list that is cut off has a round number of rows. */
    private static final int ROUND = 1000;

    private final Calendar<Distribution> dividends;
    private final Calendar<Split> splits;

    FmpEvents(FmpClient client) {
        dividends = new Calendar<>(
                (from, to) -> byTicker(client.dividendsCalendar(from, to), Distribution::ticker, dividend -> dividend));
        splits = new Calendar<>(
                (from, to) -> byTicker(client.splitsCalendar(from, to), FmpSplit::ticker, FmpSplit::split));
    }

    /** Fewer symbols than parts of a calendar are cheaper one by one. */
    void expect(int symbols) {
        dividends.symbols = symbols;
        splits.symbols = symbols;
    }

    /** A failure if the calendar does not cover the days: then the symbol itself is to be asked for. */
    Answer<Distribution> dividends(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
        return dividends.of(ticker, from, until);
    }

    /** The same of splits. */
    Answer<Split> splits(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
        return splits.of(ticker, from, until);
    }

    private static <A, R> Answer<Map<Ticker, List<R>>> byTicker(
            Answer<A> answer, Function<A, Ticker> ticker, Function<A, R> event) {
        return switch (answer) {
            case Answer.Failed<A>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<A> ignored -> Answer.nothing();
            case Answer.Rows<A>(List<A> rows) -> {
                if (rows.size() % ROUND == 0) {
                    yield Answer.failed(
                            Failure.IMPLAUSIBLE, "the calendar has exactly " + rows.size() + " rows: it is cut off");
                }
                Map<Ticker, List<R>> events = new HashMap<>();
                rows.forEach(row -> events.computeIfAbsent(ticker.apply(row), any -> new ArrayList<>())
                        .add(event.apply(row)));
                yield new Answer.Rows<>(List.of(events));
            }
        };
    }

    /** Asks for the days of a part of a calendar. */
    private interface Reading<R> {
        Answer<Map<Ticker, List<R>>> of(LocalDate from, LocalDate to) throws InterruptedException;
    }

    /** A calendar in parts. */
    private static final class Calendar<R> {
        private final Reading<R> reading;
        private final ReentrantLock once = new ReentrantLock();
        private final Map<LocalDate, Answer<Map<Ticker, List<R>>>> parts = new HashMap<>();
        private boolean beyondPlan;
        private volatile int symbols = Integer.MAX_VALUE;

        Calendar(Reading<R> reading) {
            this.reading = reading;
        }

        Answer<R> of(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
            once.lockInterruptibly();
            try {
                long days = ChronoUnit.DAYS.between(from, until);
                if (beyondPlan || days > LONGEST || days / DAYS >= symbols) {
                    return Answer.failed(Failure.PLAN, "not in the calendar");
                }
                List<R> events = new ArrayList<>();
                LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(from.toEpochDay(), DAYS) * DAYS);
                for (LocalDate part = first; !part.isAfter(until); part = part.plusDays(DAYS)) {
                    switch (part(part)) {
                        case Answer.Failed<Map<Ticker, List<R>>>(Failure failure, String message) -> {
                            return Answer.failed(failure, message);
                        }
                        case Answer.Nothing<Map<Ticker, List<R>>> ignored -> {}
                        case Answer.Rows<Map<Ticker, List<R>>>(List<Map<Ticker, List<R>>> read) ->
                            events.addAll(read.getFirst().getOrDefault(ticker, List.of()));
                    }
                }
                return Answer.rowsOrNothing(events);
            } finally {
                once.unlock();
            }
        }

        private Answer<Map<Ticker, List<R>>> part(LocalDate first) throws InterruptedException {
            Answer<Map<Ticker, List<R>>> known = parts.get(first);
            if (known == null) {
                known = reading.of(first, first.plusDays(DAYS - 1L));
                parts.put(first, known);
                beyondPlan |= known instanceof Answer.Failed<?>;
            }
            return known;
        }
    }
}
