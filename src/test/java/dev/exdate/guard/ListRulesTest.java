package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, calendars and notices, at each limit and a step beside it. */
class ListRulesTest {
    private static final Limits.Lists LIMITS = Limits.USUAL.lists();

    @ParameterizedTest
    @CsvSource({"6, 3, true", "6, 4, false", "5, 0, false", "7, 3, true", "7, 4, false", "0, 0, false", "100, 50, true"
    })
    void announcementsAreShortWithHalfOfSixOrMore(long had, long has, boolean expected) {
        assertThat(ShrinkRule.ofAnnouncements(LIMITS).isShort(had, has)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, true", "3, 2, false", "1, 1, false", "8000, 4000, true", "8000, 4001, false"})
    void listsAreShortWithHalfHoweverShortTheyWere(long had, long has, boolean expected) {
        assertThat(ShrinkRule.ofLists(LIMITS).isShort(had, has)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 8, true", "10, 9, false", "5000, 4000, true", "5000, 4001, false"})
    void directoriesAreShortWithFourFifths(long had, long has, boolean expected) {
        assertThat(ShrinkRule.ofDirectories(LIMITS).isShort(had, has)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, true", "4, 3, false", "3, 1, false", "9, 4, true"})
    void noticesAreShortWithHalfOfFourOrMore(long named, long told, boolean expected) {
        assertThat(ShrinkRule.ofNotices(LIMITS).isShort(named, told)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"6, 3, true", "6, 2, false", "4, 2, false", "4, 3, true", "1, 1, true", "0, 0, false"})
    void mostOfEvenAFewRowsIsTooMuchToRemove(long had, long gone, boolean expected) {
        assertThat(ShrinkRule.ofAnnouncements(LIMITS).isTooMuchToRemove(had, gone))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 8, true", "10, 9, false", "100, 89, true", "100, 90, false", "0, 0, false"})
    void aListIsCutOffBelowNineTenthsOfItsOwnCount(long said, long read, boolean expected) {
        assertThat(StatedCountRule.of(LIMITS).isCutOff(said, read)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-20, true",
        "2026-11-16, 2026-11-19, false",
        "2026-11-21, 2026-11-22, false",
        // Thanksgiving
        "2026-11-23, 2026-11-27, false",
        "2026-11-23, 2026-11-30, true"
    })
    void fiveSessionsHaveADividend(LocalDate first, LocalDate last, boolean expected) {
        assertThat(EmptyCalendarRule.of(LIMITS)
                        .mustHaveDividends(first.datesUntil(last.plusDays(1)).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-19, true",
        "2026-11-20, 2026-11-20, false",
        "2026-11-20, 2026-11-21, false",
        ", 2026-11-19, false"
    })
    void anAnswerThatEndsBeforeTheKnownOneIsStale(LocalDate known, LocalDate newest, boolean expected) {
        assertThat(new StaleRule(Optional.ofNullable(known)).isStale(newest)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2027-11-21, false", "2027-11-22, true", "2026-11-01, false"})
    void anExDateLiesAYearAheadAtMost(LocalDate exDate, boolean expected) {
        assertThat(ExDateRule.of(Limits.USUAL.amounts()).isTooFar(exDate, LocalDate.of(2026, 11, 20)))
                .isEqualTo(expected);
    }
}
