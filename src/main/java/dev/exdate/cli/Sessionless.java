package dev.exdate.cli;

import dev.exdate.market.TradingCalendar;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market day, or a window of days, that a person named although the exchange was closed. */
final class Sessionless {
    private Sessionless() {}

    /**
     * What to say of it; empty for a day with a session, and for today, on which a run is right whatever day it is.
     *
     * @param named null if none was named
     */
    static Optional<String> day(@Nullable LocalDate named, LocalDate today) {
        TradingCalendar calendar = new TradingCalendar();
        if (named == null || named.equals(today) || calendar.isTradingDay(named)) {
            return Optional.empty();
        }
        return Optional.of("%s; all else was done, with prices up to %s"
                .formatted(words(named, calendar), calendar.previousTradingDay(named)));
    }

    /**
     * The same of a window that a person named.
     *
     * @param from null if none was named
     */
    static Optional<String> window(@Nullable LocalDate from, @Nullable LocalDate to) {
        TradingCalendar calendar = new TradingCalendar();
        if (from == null
                || to == null
                || to.isBefore(from)
                || !calendar.nextTradingDay(from.minusDays(1)).isAfter(to)) {
            return Optional.empty();
        }
        return Optional.of(
                from.equals(to)
                        ? words(from, calendar)
                        : "no session from %s to %s; nearest: %s, %s"
                                .formatted(from, to, calendar.previousTradingDay(from), calendar.nextTradingDay(to)));
    }

    private static String words(LocalDate named, TradingCalendar calendar) {
        String why = TradingCalendar.isWeekend(named)
                ? "a " + named.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : "a market holiday";
        return "no session on %s (%s); nearest: %s, %s"
                .formatted(named, why, calendar.previousTradingDay(named), calendar.nextTradingDay(named));
    }
}
