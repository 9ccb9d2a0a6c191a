package dev.exdate.cli;

import dev.exdate.market.TradingCalendar;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market day that a person named although its exchange was closed. */
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
        String why = TradingCalendar.isWeekend(named)
                ? "a " + named.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : "a market holiday";
        return Optional.of("no session on %s (%s); nearest: %s, %s; all else was done, with prices up to %s"
                .formatted(
                        named,
                        why,
                        calendar.previousTradingDay(named),
                        calendar.nextTradingDay(named),
                        calendar.previousTradingDay(named)));
    }
}
