package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
    private final TradingCalendar calendar = new TradingCalendar();

    @Test
    void itsHolidaysAreThoseOfAnotherCalendarFrom2022To2040() {
        HolidayManager nyse = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
        for (int year = 2022; year <= 2040; year++) {
            Set<LocalDate> theirs = nyse.getHolidays(java.time.Year.of(year)).stream()
                    .map(holiday -> holiday.getDate())
                    .filter(day -> !TradingCalendar.isWeekend(day))
                    // It moves New Year's Day from Saturday to Friday; the exchange does not: 2021-12-31 was traded.
                    .filter(day -> day.getMonth() != java.time.Month.DECEMBER || day.getDayOfMonth() != 31)
                    .collect(Collectors.toSet());
            LocalDate first = LocalDate.of(year, 1, 1);
            Set<LocalDate> ours = first.datesUntil(first.plusYears(1))
                    .filter(day -> !TradingCalendar.isWeekend(day) && !calendar.isTradingDay(day))
                    .filter(day -> !day.equals(LocalDate.of(2025, 1, 9)))
                    .collect(Collectors.toSet());
            assertThat(ours).as("holidays of " + year).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2001-09-11", "2012-10-29", "2018-12-05", "2025-01-09", "2026-04-03", "2026-07-03", "2027-12-24"
            })
    void closedDaysNoRuleGivesAndMovedHolidaysAreKnown(LocalDate day) {
        assertThat(calendar.isTradingDay(day)).isFalse();
    }

    @Test
    void newYearOnASaturdayIsNotMovedToFriday() {
        assertThat(calendar.isTradingDay(LocalDate.of(2021, 12, 31))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27,2026-11-27T18:00:00Z",
        "2026-12-24,2026-12-24T18:00:00Z",
        "2025-07-03,2025-07-03T17:00:00Z",
        "2026-11-24,2026-11-24T21:00:00Z",
        "2026-07-02,2026-07-02T20:00:00Z"
    })
    void sessionsEndAtFourOrOnEarlyClosesAtOneInNewYork(LocalDate day, Instant close) {
        assertThat(calendar.close(day)).isEqualTo(close);
    }

    @Test
    void theLastSessionIsTheOneThatHasClosed() {
        assertThat(calendar.lastSession(Instant.parse("2026-11-24T20:59:59Z"))).isEqualTo("2026-11-23");
        assertThat(calendar.lastSession(Instant.parse("2026-11-24T21:00:00Z"))).isEqualTo("2026-11-24");
        assertThat(calendar.lastSession(Instant.parse("2026-11-29T12:00:00Z"))).isEqualTo("2026-11-27");
    }

    @Test
    void neighboursSkipWeekendsAndHolidays() {
        assertThat(calendar.previousTradingDay(LocalDate.of(2026, 11, 27))).isEqualTo("2026-11-25");
        assertThat(calendar.nextTradingDay(LocalDate.of(2026, 11, 25))).isEqualTo("2026-11-27");
    }
}
