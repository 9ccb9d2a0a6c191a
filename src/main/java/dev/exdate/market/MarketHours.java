package dev.exdate.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Whether an instant is a good time for the daily run, in New York time, with the exchange's holidays and early closes. */
public final class MarketHours {
    private static final LocalTime PRE_MARKET = LocalTime.of(4, 0);
    private static final LocalTime EARLY_END = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime AFTER_HOURS_END = LocalTime.of(20, 0);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private MarketHours() {}

    /**
     * The state of the market, and whether a run may start.
     *
     * @param at New York time
     * @param status as printed after {@code Market Status:}
     * @param deferred whether a run is skipped: only while the regular session is open, including its last minute
     * @param recommendation the reason, as printed
     */
    public record Decision(ZonedDateTime at, String status, boolean deferred, String recommendation) {}

    public static Decision at(Instant instant, TradingCalendar calendar) {
        ZonedDateTime now = instant.atZone(TradingCalendar.NEW_YORK);
        LocalDate day = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        if (TradingCalendar.isWeekend(day)) {
            String name = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
            return new Decision(now, "Weekend - Markets Closed", false, "Weekend (" + name + ") - markets closed");
        }
        boolean trades = calendar.isTradingDay(day);
        LocalTime close = calendar.closingTime(day);
        boolean open = trades && !time.isBefore(TradingCalendar.OPEN) && !time.isAfter(close);
        return new Decision(now, status(time, close, trades, open), open, recommendation(time, close, trades, open));
    }

    private static String status(LocalTime time, LocalTime close, boolean trades, boolean open) {
        if (open) {
            return "Market Open (Regular Hours)";
        }
        if (trades && !time.isBefore(PRE_MARKET) && time.isBefore(TradingCalendar.OPEN)) {
            return "Pre-Market Trading";
        }
        if (trades && time.isAfter(close) && time.isBefore(AFTER_HOURS_END)) {
            return "After-Hours Trading";
        }
        return "Markets Closed";
    }

    private static String recommendation(LocalTime time, LocalTime close, boolean trades, boolean open) {
        String clock = " (" + time.format(CLOCK) + ")";
        if (open) {
            return "During market hours" + clock + " - wait until close";
        }
        if (!time.isBefore(EVENING)) {
            return "Optimal time for daily update" + clock;
        }
        if (time.isBefore(EARLY_END)) {
            return "Early morning update" + clock;
        }
        if (trades && (time.isBefore(TradingCalendar.OPEN) || time.isAfter(close))) {
            return "Extended hours" + clock + " - acceptable but not optimal";
        }
        return "Outside trading hours - OK to run";
    }
}
