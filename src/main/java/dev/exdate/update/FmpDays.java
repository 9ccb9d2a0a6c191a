package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.source.fmp.FmpBulkBar;
import dev.exdate.source.fmp.FmpClient;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * FMP's files with all bars of a day, the cheapest way for a nightly run over thousands of symbols. Each day is
 * requested once, when the first symbol needs it. A plan without these files is noticed once. Thread-safe.
 */
@Dependent
final class FmpDays {
    private static final int MOST_SESSIONS = 8;

    /** Requests for one symbol's prices by themselves. */
    static final int SEPARATE = 2;

    private final FmpClient client;
    private final TradingCalendar calendar;
    private final ReentrantLock once = new ReentrantLock();
    private final Map<LocalDate, Answer<Map<Ticker, PriceBar>>> days = new HashMap<>();
    private boolean beyondPlan;
    private volatile int symbols = Integer.MAX_VALUE / SEPARATE;

    FmpDays(FmpClient client, TradingCalendar calendar) {
        this.client = client;
        this.calendar = calendar;
    }

    /** Fewer symbols than days are cheaper one by one. */
    void expect(int wanted) {
        symbols = wanted;
    }

    /** Whether the span is short enough for whole-day files, and they are cheaper. */
    boolean covers(LocalDate from, LocalDate until) {
        once.lock();
        try {
            int count = sessions(from, until).size();
            return !beyondPlan && count <= MOST_SESSIONS && count <= SEPARATE * symbols;
        } finally {
            once.unlock();
        }
    }

    /** Nothing if no day of the span has the symbol; a failure if one of the days failed. */
    Answer<PriceBar> of(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
        List<PriceBar> bars = new ArrayList<>();
        for (LocalDate session : sessions(from, until)) {
            switch (day(session)) {
                case Answer.Failed<Map<Ticker, PriceBar>>(Failure failure, String message) -> {
                    return Answer.failed(failure, message);
                }
                case Answer.Nothing<Map<Ticker, PriceBar>> ignored -> {}
                case Answer.Rows<Map<Ticker, PriceBar>>(List<Map<Ticker, PriceBar>> read) -> {
                    @Nullable PriceBar bar = read.getFirst().get(ticker);
                    if (bar != null) {
                        bars.add(bar);
                    }
                }
            }
        }
        return Answer.rowsOrNothing(bars);
    }

    private List<LocalDate> sessions(LocalDate from, LocalDate until) {
        return from.isAfter(until)
                ? List.of()
                : from.datesUntil(until.plusDays(1))
                        .filter(calendar::isTradingDay)
                        .toList();
    }

    private Answer<Map<Ticker, PriceBar>> day(LocalDate session) throws InterruptedException {
        once.lockInterruptibly();
        try {
            Answer<Map<Ticker, PriceBar>> known = days.get(session);
            if (known == null) {
                known = read(session);
                days.put(session, known);
            }
            return known;
        } finally {
            once.unlock();
        }
    }

    private Answer<Map<Ticker, PriceBar>> read(LocalDate session) throws InterruptedException {
        return switch (client.bulk(session)) {
            case Answer.Failed<FmpBulkBar>(Failure failure, String message) -> {
                beyondPlan |= failure == Failure.PLAN || failure == Failure.UNAUTHORIZED;
                yield Answer.failed(failure, message);
            }
            case Answer.Nothing<FmpBulkBar> ignored -> Answer.nothing();
            case Answer.Rows<FmpBulkBar>(List<FmpBulkBar> rows) -> {
                Map<Ticker, PriceBar> bars = HashMap.newHashMap(rows.size());
                rows.forEach(row -> bars.putIfAbsent(row.ticker(), row.bar()));
                yield new Answer.Rows<>(List.of(bars));
            }
        };
    }
}
