package dev.exdate.update;

import dev.exdate.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How far the market has come, seen from a run.
 *
 * @param now when the run asks
 * @param marketDay the New York day the run is for: no later ex-date is history
 * @param lastSession the newest trading day up to the market day whose session has closed, no later bar is final; a market
 *     day ahead of the clock is taken as over, since only who asks for it knows of such a market
 * @param lastClose when that session closed
 */
record MarketProgress(Instant now, LocalDate marketDay, LocalDate lastSession, Instant lastClose) {
    private static final Duration DAILY = Duration.ofHours(20);
    private static final Duration WEEKLY = Duration.ofDays(7);

    static MarketProgress of(TradingCalendar calendar, LocalDate marketDay, Instant now) {
        LocalDate session = calendar.isTradingDay(marketDay) ? marketDay : calendar.previousTradingDay(marketDay);
        boolean ahead = marketDay.isAfter(LocalDate.ofInstant(now, TradingCalendar.NEW_YORK));
        if (!ahead && calendar.close(session).isAfter(now)) {
            session = calendar.previousTradingDay(session);
        }
        return new MarketProgress(now, marketDay, session, calendar.close(session));
    }

    /**
     * Prices are due once a session has closed that is not stored yet, on whatever day the run is: there is nothing newer
     * to ask for. Dividends and splits live 20 hours, since they are announced and corrected on any day, and never past a
     * session's close, so that an early run does not keep the evening's from reading the day. Companies live a week. A
     * success seen from an earlier session is out of date for a later one.
     */
    FreshSince fresh(DataKind kind) {
        Instant age = now.minus(DAILY);
        boolean closed = !lastClose.isAfter(now);
        return switch (kind) {
            case COMPANY -> new FreshSince(now.minus(WEEKLY), lastSession.minusDays(WEEKLY.toDays() - 1));
            case PRICES -> new FreshSince(closed ? lastClose : age, lastSession);
            case DIVIDENDS, SPLITS -> new FreshSince(closed && lastClose.isAfter(age) ? lastClose : age, lastSession);
        };
    }

    Map<DataKind, FreshSince> fresh(Set<DataKind> wanted) {
        Map<DataKind, FreshSince> fresh = new EnumMap<>(DataKind.class);
        wanted.forEach(kind -> fresh.put(kind, fresh(kind)));
        return fresh;
    }
}
