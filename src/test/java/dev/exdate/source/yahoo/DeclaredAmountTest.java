package dev.exdate.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeclaredAmountTest {
    private static final LocalDate EX = LocalDate.of(2012, 8, 9);

    private static Split split(int year, int numerator, int denominator) {
        return new Split(LocalDate.of(year, 6, 9), BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    @Test
    void appleOf2012WasDeclaredAs265BeforeSevenForOneAndFourForOne() {
        DeclaredAmount declared = new DeclaredAmount(List.of(split(2014, 7, 1), split(2020, 4, 1)));
        assertThat(declared.of(EX, new BigDecimal("0.094643"))).isEqualByComparingTo("2.65");
    }

    @Test
    void withoutALaterSplitTheTextIsKeptDigitForDigit() {
        DeclaredAmount declared = new DeclaredAmount(List.of(split(2010, 2, 1)));
        assertThat(declared.of(EX, new BigDecimal("0.2050"))).isEqualTo(new BigDecimal("0.2050"));
    }

    @Test
    void anyAmountOfUpToFourDecimalsComesBackFromTheUsualSplits() {
        Random random = new Random(11);
        int[][] ratios = {{2, 1}, {3, 1}, {4, 1}, {5, 1}, {7, 1}, {10, 1}, {3, 2}, {1, 10}, {1, 4}, {20, 1}};
        for (int i = 0; i < 20_000; i++) {
            int[] ratio = ratios[random.nextInt(ratios.length)];
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(80_000), random.nextInt(5));
            BigDecimal stated = amount.multiply(BigDecimal.valueOf(ratio[1]))
                    .divide(BigDecimal.valueOf(ratio[0]), 6, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            DeclaredAmount declared = new DeclaredAmount(List.of(split(2020, ratio[0], ratio[1])));
            assertThat(declared.of(EX, stated))
                    .as("%s before %d:%d, stated as %s", amount, ratio[0], ratio[1], stated)
                    .isEqualByComparingTo(amount);
        }
    }
}
