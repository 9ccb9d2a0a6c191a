package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source may fail at, at each limit and a step beside it. */
class SourceRulesTest {
    private static final Limits.Sources LIMITS = Limits.USUAL.sources();

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 1, true", "1, 5, false", "1, 4, true", "20, 100, false", "21, 100, true"})
    void aTaskBearsAFifthOfFailures(long failures, long questions, boolean expected) {
        assertThat(FailureShareRule.of(LIMITS).isTooMany(failures, questions)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"6, 2, true", "7, 2, false", "6, 1, false", "2, 2, true", "1, 1, false", "12, 4, true"})
    void twoRowsAndAThirdAreTooManyToLose(long before, long lost, boolean expected) {
        assertThat(LostRowsRule.of(LIMITS).isShort(before, lost)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, false", "5, 9, true", "5, 10, false", "6, 7, true", "3000, 8000, false"})
    void mostOfFiveSymbolsWithoutAPriceAreYesterdays(long symbols, long compared, boolean expected) {
        assertThat(LateSymbolsRule.of(LIMITS).isYesterday(symbols, compared)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, false", "3, 9, true", "3, 10, false", "4, 5, true"})
    void threeContradictionsAndAThirdAreDistrusted(long wrong, long compared, boolean expected) {
        assertThat(NewSymbolRule.of(LIMITS).isDistrusted(wrong, compared)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, false", "2, 100, true", "100, 20000, false", "101, 20000, true"})
    void moreThanOneInAHundredOrAHundredIsAnOutage(long hopeless, long known, boolean expected) {
        assertThat(ExclusionRule.of(LIMITS).isOutage(hopeless, known)).isEqualTo(expected);
    }
}
