package dev.exdate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        assertThat(new MarketWitness(20, drop, noise).of(amount * 20)).isEqualTo(verdict);
    }

    @Test
    void ofSeveralAmountsTheOneThatTheDropShowsIsLikeliest() {
        MarketWitness dollars = new MarketWitness(1, 0.012, 0.01);
        assertThat(dollars.odds(0.0125)).isGreaterThan(100 * dollars.odds(1.25));
        MarketWitness special = new MarketWitness(1, 0.30, 0.01);
        assertThat(special.odds(0.28)).isGreaterThan(100 * special.odds(0.03));
    }

    /** Of payments of 6 % and more on days of 1 % usual moves, hardly a verdict is wrong. */
    @Test
    void isHardlyEverWrong() {
        Random random = new Random(4);
        List<Boolean> wrong = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            double amount = 0.06 + random.nextDouble() / 4;
            boolean paid = random.nextBoolean();
            MarketWitness.Verdict verdict =
                    new MarketWitness(1, 0.01 * random.nextGaussian() + (paid ? amount : 0), 0.01).of(amount);
            if (verdict != MarketWitness.Verdict.SILENT) {
                wrong.add(paid != (verdict == MarketWitness.Verdict.CONFIRMS));
            }
        }
        assertThat(wrong).hasSizeGreaterThan(9_000);
        assertThat(wrong.stream().filter(one -> one)).hasSizeLessThan(10);
    }

    private static PriceBars bars(double... opens) {
        List<PriceBar> bars = new ArrayList<>();
        for (int i = 0; i < opens.length; i++) {
            bars.add(new PriceBar(
                    LocalDate.of(2026, 11, 2).plusDays(i),
                    BigDecimal.valueOf(opens[i]),
                    null,
                    null,
                    BigDecimal.TEN,
                    null,
                    null));
        }
        return PriceBars.of(bars);
    }

    @Test
    void looksAtTheOpeningAfterTheLastCloseAndAtTheDaysBefore() {
        PriceBars bars = bars(10, 10.1, 9.9, 10.05, 9.95, 10.1, 7);
        assertThat(MarketWitness.of(bars, LocalDate.of(2026, 11, 8))).hasValueSatisfying(witness -> {
            assertThat(witness.of(3.0)).isEqualTo(MarketWitness.Verdict.CONFIRMS);
            assertThat(witness.of(0.03)).isEqualTo(MarketWitness.Verdict.SILENT);
        });
        assertThat(MarketWitness.of(bars, LocalDate.of(2026, 11, 7)).map(witness -> witness.of(3.0)))
                .contains(MarketWitness.Verdict.REFUTES);
        assertThat(MarketWitness.of(bars, LocalDate.of(2026, 11, 9)))
                .as("no price yet")
                .isEmpty();
        assertThat(MarketWitness.of(bars, LocalDate.of(2026, 11, 4)))
                .as("too few days")
                .isEmpty();
    }
}
