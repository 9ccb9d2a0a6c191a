package dev.exdate.market;

import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * The days and hours on which the New York Stock Exchange trades, by its Rule 7.2 (holidays, in force 2026) and the
 * closings it has announced since 2001. A holiday on a Saturday moves to the Friday before, one on a Sunday to the Monday
 * after; New Year's Day on a Saturday is not moved. Stateless.
 */
@Dependent
public final class TradingCalendar {
    /** The zone of market days. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** The date in New York. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(NEW_YORK));
    }

    static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final int FIRST_JUNETEENTH = 2022;

    /** Closings without a rule: September 2001, days of mourning, the storm of 2012. */
    private static final Set<LocalDate> CLOSED = Set.of(
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9));

    public boolean isTradingDay(LocalDate day) {
        return !isWeekend(day) && !isHoliday(day) && !CLOSED.contains(day);
    }

    /** The last trading day before {@code day}. */
    public LocalDate previousTradingDay(LocalDate day) {
        LocalDate earlier = day.minusDays(1);
        while (!isTradingDay(earlier)) {
            earlier = earlier.minusDays(1);
        }
        return earlier;
    }

    /** The first trading day after {@code day}. */
    public LocalDate nextTradingDay(LocalDate day) {
        LocalDate later = day.plusDays(1);
        while (!isTradingDay(later)) {
            later = later.plusDays(1);
        }
        return later;
    }

    /** When the regular session of a trading day ends: 16:00 New York time, 13:00 on early closes. */
    public Instant close(LocalDate day) {
        return day.atTime(closingTime(day)).atZone(NEW_YORK).toInstant();
    }

    /** The newest trading day whose session has closed. */
    public LocalDate lastSession(Instant now) {
        LocalDate day = now.atZone(NEW_YORK).toLocalDate();
        while (!isTradingDay(day) || close(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** When the regular session of a trading day begins. */
    public Instant open(LocalDate day) {
        return day.atTime(OPEN).atZone(NEW_YORK).toInstant();
    }

    LocalTime closingTime(LocalDate day) {
        return isEarlyClose(day) ? EARLY_CLOSE : CLOSE;
    }

    /** The day after Thanksgiving, Christmas Eve, and the day before Independence Day if these are trading days. */
    public boolean isEarlyClose(LocalDate day) {
        return isTradingDay(day)
                && (day.minusDays(1).equals(thanksgiving(day.getYear()))
                        || is(day, Month.DECEMBER, 24)
                        || is(day, Month.JULY, 3));
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return day.equals(newYear(year))
                || day.equals(weekday(year, Month.JANUARY, 3, DayOfWeek.MONDAY))
                || day.equals(weekday(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY))
                || day.equals(easter(year).minusDays(2))
                || day.equals(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)))
                || year >= FIRST_JUNETEENTH && day.equals(observed(LocalDate.of(year, Month.JUNE, 19)))
                || day.equals(observed(LocalDate.of(year, Month.JULY, 4)))
                || day.equals(weekday(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY))
                || day.equals(thanksgiving(year))
                || day.equals(observed(LocalDate.of(year, Month.DECEMBER, 25)));
    }

    private static LocalDate newYear(int year) {
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        return first.getDayOfWeek() == DayOfWeek.SUNDAY ? first.plusDays(1) : first;
    }

    private static LocalDate thanksgiving(int year) {
        return weekday(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
    }

    private static LocalDate weekday(int year, Month month, int nth, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static boolean is(LocalDate day, Month month, int dayOfMonth) {
        return day.getMonth() == month && day.getDayOfMonth() == dayOfMonth;
    }

    /** Easter Sunday of the Gregorian calendar: the anonymous algorithm in Meeus, Astronomical Algorithms (1991), p. 67. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
