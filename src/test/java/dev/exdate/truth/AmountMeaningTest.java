package dev.exdate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountMeaningTest {
    private static final AmountMeaning.Terms FOREIGN_AFTER_A_SPLIT =
            new AmountMeaning.Terms(List.of(BigDecimal.valueOf(2)), true);

    private static AmountMeaning meaning(String one, String other, AmountMeaning.Terms terms) {
        return AmountMeaning.of(amount(one), amount(other), terms);
    }

    private static StatedAmount amount(String text) {
        return StatedAmount.of(new BigDecimal(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, 0.125, EQUAL", "0.1, 0.100, EQUAL", "0.104, 0.10417, ROUNDED", "0.233, 0.233034, ROUNDED",
        "0.1, 0.104, ROUNDED", "0.1, 0.106, CONFLICT", "0.105, 0.10417, CONFLICT", "0.30, 0.36, CONFLICT",
        "0.25, 0.5, CONFLICT", "12.5, 0.125, HUNDREDFOLD", "0.00125, 0.125, HUNDREDFOLD", "1.00, 0.85, CONFLICT",
        "0.044199999999999996, 0.0442, EQUAL", "0, 0.0000, EQUAL"
    })
    void isEqualRoundedAHundredfoldOrAConflict(String one, String other, AmountMeaning expected) {
        assertThat(meaning(one, other, AmountMeaning.Terms.NONE)).isEqualTo(expected);
        assertThat(meaning(other, one, AmountMeaning.Terms.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.5, SPLIT", "0.0625, 0.125, SPLIT", "1.00, 0.85, NET", "0.25, 0.6, CONFLICT"})
    void knowsTheSplitAndTheTaxBetweenTwoAmounts(String one, String other, AmountMeaning expected) {
        assertThat(meaning(one, other, FOREIGN_AFTER_A_SPLIT)).isEqualTo(expected);
        assertThat(meaning(other, one, FOREIGN_AFTER_A_SPLIT)).isEqualTo(expected);
    }

    /** 0.095 after 28 new shares for one stands for everything from 2.646 to 2.674. */
    @Test
    void whatASplitMultipliesIsNoMoreExactThanBefore() {
        StatedAmount read = StatedAmount.of(new BigDecimal("0.095"), 3).times(BigDecimal.valueOf(28));
        assertThat(read.agreesWith(amount("2.65"))).isTrue();
        assertThat(read.agreesWith(amount("2.68"))).isFalse();
    }

    @Test
    void aRoundedAmountAlwaysMeansTheExactOneAndAnotherNever() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal exact = BigDecimal.valueOf(1 + random.nextInt(9_000_000), 6);
            int decimals = 2 + random.nextInt(4);
            StatedAmount rounded = StatedAmount.of(exact.setScale(decimals, RoundingMode.HALF_UP), decimals);
            assertThat(StatedAmount.of(exact).agreesWith(rounded))
                    .as("seed %d: %s and %s", seed, exact, rounded)
                    .isTrue();
            StatedAmount other = StatedAmount.of(rounded.value().add(BigDecimal.valueOf(2, decimals)), decimals);
            assertThat(StatedAmount.of(exact).agreesWith(other))
                    .as("seed %d: %s and %s", seed, exact, other)
                    .isFalse();
        }
    }
}
