package dev.exdate.update;

import dev.exdate.market.TradingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
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
     * Daily kinds live 20 hours and never past a session's close, so that an early run does not keep the evening's from
     * reading the day; companies live a week. A success seen from an earlier session is out of date for a later one.
     */
    FreshSince fresh(DataKind kind) {
        if (kind == DataKind.COMPANY) {
            return new FreshSince(now.minus(WEEKLY), lastSession.minusDays(WEEKLY.toDays() - 1));
        }
        Instant age = now.minus(DAILY);
        boolean closedSince = lastClose.isAfter(age) && !lastClose.isAfter(now);
        return new FreshSince(closedSince ? lastClose : age, lastSession);
    }

    /** On weekends everything but prices. */
    Map<DataKind, FreshSince> fresh(Set<DataKind> wanted) {
        Set<DataKind> kinds = wanted.isEmpty() ? EnumSet.noneOf(DataKind.class) : EnumSet.copyOf(wanted);
        if (isWeekend(marketDay)) {
            kinds.remove(DataKind.PRICES);
        }
        Map<DataKind, FreshSince> fresh = new EnumMap<>(DataKind.class);
        kinds.forEach(kind -> fresh.put(kind, fresh(kind)));
        return fresh;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
