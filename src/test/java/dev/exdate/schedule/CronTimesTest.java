package dev.exdate.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.InvalidSetting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {
    private static Instant newYork(String local) {
        return LocalDateTime.parse(local).atZone(TradingCalendar.NEW_YORK).toInstant();
    }

    private static List<Instant> firstThree(String expression, String after) {
        CronTimes times = CronTimes.of(expression, newYork(after));
        List<Instant> found = new ArrayList<>();
        Instant last = newYork(after);
        for (int i = 0; i < 3; i++) {
            last = times.next(last).orElseThrow();
            found.add(last);
        }
        return found;
    }

    @Test
    void theUsualEveningsAreThoseBeforeAndOfTradingDaysAndSunday() {
        assertThat(firstThree("0 22 * * MON-FRI,SUN", "2026-11-20T21:00"))
                .containsExactly(newYork("2026-11-20T22:00"), newYork("2026-11-22T22:00"), newYork("2026-11-23T22:00"));
    }

    @Test
    void tenInTheEveningStaysTenWhenTheClocksChange() {
        assertThat(firstThree("0 22 * * *", "2026-10-31T12:00"))
                .containsExactly(
                        Instant.parse("2026-11-01T02:00:00Z"),
                        Instant.parse("2026-11-02T03:00:00Z"),
                        Instant.parse("2026-11-03T03:00:00Z"));
        assertThat(firstThree("0 22 * * *", "2027-03-13T12:00"))
                .containsExactly(
                        Instant.parse("2027-03-14T03:00:00Z"),
                        Instant.parse("2027-03-15T02:00:00Z"),
                        Instant.parse("2027-03-16T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 22 * * SUN-MON", "0 22 * * sun-mon", "0 22 * * 0-1", "0 22 * * 0,1", "0 22 * * 7,1"})
    void aWeekMayBeginOnSunday(String expression) {
        assertThat(firstThree(expression, "2026-11-20T21:00"))
                .containsExactly(newYork("2026-11-22T22:00"), newYork("2026-11-23T22:00"), newYork("2026-11-29T22:00"));
    }

    @Test
    void aDayOfTheMonthAndADayOfTheWeekMeanEitherAsInACrontab() {
        assertThat(firstThree("0 22 25 * SUN", "2026-11-20T21:00"))
                .containsExactly(newYork("2026-11-22T22:00"), newYork("2026-11-25T22:00"), newYork("2026-11-29T22:00"));
    }

    @Test
    void theNewestStartUpToAnInstantIsFoundAndIsNeverBeforeAKnownOne() {
        CronTimes times = CronTimes.of("0 22 * * *", newYork("2026-11-20T21:00"));
        assertThat(times.newest(newYork("2026-11-20T22:00"), newYork("2026-11-23T08:00")))
                .isEqualTo(newYork("2026-11-22T22:00"));
        assertThat(times.newest(newYork("2026-11-22T22:00"), newYork("2026-11-22T22:00")))
                .isEqualTo(newYork("2026-11-22T22:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "0 22 * *", "0 0 22 * * *", "61 22 * * *", "0 22 ? * *", "@daily", "{a}"})
    void whatIsNoExpressionOfFiveFieldsIsNamed(String expression) {
        assertThatThrownBy(() -> CronTimes.of(expression, Instant.EPOCH))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("--cron \"" + expression + "\"")
                .hasMessageContaining("such as");
    }

    @Test
    void aDayThatNeverComesIsNamed() {
        assertThatThrownBy(() -> CronTimes.of("0 22 31 2 *", Instant.EPOCH))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("never matches a date");
    }
}
