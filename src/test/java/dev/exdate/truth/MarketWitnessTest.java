package dev.exdate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketWitnessTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an honest special of 30 %,               0.30,  0.29,  0.01,  CONFIRMS",
        "with a tax on it,                        0.30,  0.24,  0.01,  CONFIRMS",
        "a phantom of 10 %,                       0.10,  0.01,  0.01,  REFUTES",
        "on a day that rose,                      0.10,  -0.03, 0.015, REFUTES",
        "cents for dollars,                       1.25,  0.012, 0.01,  REFUTES",
        "a quarterly 1 % says nothing,            0.01,  0.00,  0.01,  SILENT",
        "nor does its drop,                       0.01,  0.01,  0.01,  SILENT",
        "half the amount is neither,              0.10,  0.05,  0.01,  SILENT",
        "a crash is no payment,                   0.10,  0.60,  0.01,  SILENT",
        "a monthly 4 % of a quiet fund,           0.04,  0.041, 0.006, CONFIRMS",
        "and the same doubled a few days before,  0.04,  0.002, 0.006, REFUTES",
        "a price that never moves is no proof,    0.005, 0.00,  0.00,  SILENT",
    })
    void speaksOnlyOfWhatStandsAboveTheNoise(
            String what, double amount, double drop, double noise, MarketWitness.Verdict verdict) {
        assertThat(new MarketWitness(drop, noise).of(amount)).isEqualTo(verdict);
    }

    @Test
    void ofSeveralAmountsTheOneThatTheDropShowsIsBest() {
        List<Double> centsAndDollars = List.of(0.0125, 1.25);
        assertThat(new MarketWitness(0.012, 0.01).best(centsAndDollars)).hasValue(0);
        assertThat(new MarketWitness(0.30, 0.01).best(List.of(0.03, 0.28))).hasValue(1);
        assertThat(new MarketWitness(0.01, 0.01).best(List.of(0.010, 0.012))).isEmpty();
    }

    /** On a day of 1 % usual moves, one in a thousand verdicts about payments of 5 % and more may be wrong. */
    @Test
    void isHardlyEverWrong() {
        Random random = new Random(4);
        List<Boolean> wrong = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            double amount = 0.05 + random.nextDouble() / 4;
            boolean paid = random.nextBoolean();
            MarketWitness.Verdict verdict =
                    new MarketWitness(0.01 * random.nextGaussian() + (paid ? amount : 0), 0.01).of(amount);
            if (verdict != MarketWitness.Verdict.SILENT) {
                wrong.add(paid != (verdict == MarketWitness.Verdict.CONFIRMS));
            }
        }
        assertThat(wrong).hasSizeGreaterThan(9_000);
        assertThat(wrong.stream().filter(one -> one)).hasSizeLessThan(10);
    }
}
