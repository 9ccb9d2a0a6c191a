package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SessionlessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void aDayWithASessionOrNoDayIsRight() {
        assertThat(Sessionless.day(LocalDate.of(2026, 11, 25), TODAY)).isEmpty();
        assertThat(Sessionless.day(null, TODAY)).isEmpty();
    }

    @Test
    void aHolidayIsNamedWithTheSessionsAroundIt() {
        assertThat(Sessionless.day(LocalDate.of(2026, 11, 26), TODAY))
                .contains("no session on 2026-11-26 (a market holiday); nearest: 2026-11-25, 2026-11-27;"
                        + " all else was done, with prices up to 2026-11-25");
    }

    @Test
    void aWeekendIsNamedUnlessItIsToday() {
        assertThat(Sessionless.day(LocalDate.of(2026, 11, 28), TODAY).orElseThrow())
                .startsWith("no session on 2026-11-28 (a Saturday); nearest: 2026-11-27, 2026-11-30;");
        assertThat(Sessionless.day(TODAY, TODAY)).isEmpty();
    }

    @Test
    void aWindowWithoutAnySessionIsNamed() {
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        assertThat(Sessionless.window(saturday, saturday.plusDays(1)))
                .contains("no session from 2026-11-28 to 2026-11-29; nearest: 2026-11-27, 2026-11-30");
        assertThat(Sessionless.window(saturday, saturday))
                .contains("no session on 2026-11-28 (a Saturday); nearest: 2026-11-27, 2026-11-30");
        assertThat(Sessionless.window(saturday, saturday.plusDays(2))).isEmpty();
        assertThat(Sessionless.window(null, saturday)).isEmpty();
    }
}
