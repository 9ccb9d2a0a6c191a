package dev.exdate.guard;

import dev.exdate.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Whether a calendar without any dividend covers too many days to be true.
 *
 * @param sessions trading days
 */
public record EmptyCalendarRule(int sessions) {
    public static EmptyCalendarRule of(Limits.Lists limits) {
        return new EmptyCalendarRule(limits.sessions());
    }

    public boolean mustHaveDividends(Collection<LocalDate> days) {
        TradingCalendar calendar = new TradingCalendar();
        return days.stream().filter(calendar::isTradingDay).count() >= sessions;
    }
}
