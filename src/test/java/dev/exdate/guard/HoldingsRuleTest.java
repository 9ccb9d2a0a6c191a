package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingsRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{0} positions of {1} %, then {2} of {3} %: {4}")
    @CsvSource({
        "10, 100, 5, 99, SHORT",
        "10, 100, 6, 99, ",
        "5, 100, 4, 59, SHORT",
        "5, 100, 4, 60, ",
        "5, 100, 5, 10, ",
        "5, 79, 4, 10, ",
        "5, 121, 4, 10, ",
        "5, , 4, , ",
    })
    void halfOfThePositionsOrTooLittleWeightIsShort(
            int had, BigDecimal hadWeight, int has, BigDecimal hasWeight, Guard expected) {
        assertThat(HoldingsRule.of(Limits.USUAL)
                        .finding(
                                new HoldingsRule.Figures(had, hadWeight, null),
                                new HoldingsRule.Figures(has, hasWeight, null))
                        .orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, STALE", "0, ", "1, "})
    void anOlderFileIsStale(int days, Guard expected) {
        HoldingsRule.Figures stored = new HoldingsRule.Figures(10, BigDecimal.valueOf(100), DAY);
        HoldingsRule.Figures now = new HoldingsRule.Figures(10, BigDecimal.valueOf(100), DAY.plusDays(days));
        assertThat(HoldingsRule.of(Limits.USUAL).finding(stored, now).orElse(null))
                .isEqualTo(expected);
    }
}
