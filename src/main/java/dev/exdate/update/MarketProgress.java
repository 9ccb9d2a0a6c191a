package dev.exdate.update;

import dev.exdate.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How far the market has come at the time of a run.
 *
 * @param now when the run asks
 * @param marketDay the New York day of the run; later ex-dates are not history
 * @param lastSession the newest trading day up to the market day whose session has closed; later bars are not final. A
 *     market day in the future counts as closed, because only a sandbox has one
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
     * Prices are due if the newest closed session is not stored yet, whatever the day of the run. Dividends and splits
     * stay fresh for 20 hours, because they are announced and corrected on any day, but never beyond a session's close,
     * so that an early run does not keep the evening run from reading the day. Companies stay fresh for a week. A
     * success from an earlier session does not count for a later one.
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
