package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PriceBarsTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);

    private static PriceBar bar(Random random, LocalDate day) {
        BigDecimal close = new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(30));
        BigDecimal volume = random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(1_000_000));
        return new PriceBar(day, close, null, close.negate(), close, new BigDecimal("1E+3"), volume);
    }

    @Test
    void theLastBarOfADayCountsAndSpansHaveTheirDays() {
        Random random = new Random(41);
        for (int round = 0; round < 300; round++) {
            List<PriceBar> given = new ArrayList<>();
            TreeMap<LocalDate, PriceBar> byDay = new TreeMap<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                PriceBar bar = bar(random, DAY.plusDays(random.nextInt(40)));
                given.add(bar);
                byDay.put(bar.date(), bar);
            }
            LocalDate some = DAY.plusDays(random.nextInt(40));
            PriceBars bars = PriceBars.of(given);
            assertThat(bars).containsExactlyElementsOf(byDay.values());
            assertThat(bars.from(some))
                    .containsExactlyElementsOf(byDay.tailMap(some, true).values());
            assertThat(bars.until(some))
                    .containsExactlyElementsOf(byDay.headMap(some, true).values());
            assertThat(bars.keep(i -> i % 2 == 0)).hasSize((byDay.size() + 1) / 2);
        }
    }

    @Test
    void numbersOfOtherLengthsCompareByValue() {
        Random random = new Random(43);
        Decimals.Builder builder = new Decimals.Builder(0);
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BigDecimal number = new BigDecimal(new java.math.BigInteger(random.nextInt(90), random))
                    .subtract(BigDecimal.valueOf(random.nextInt(3)))
                    .scaleByPowerOfTen(-random.nextInt(25));
            numbers.add(number);
            builder.add(number);
        }
        Decimals column = builder.build();
        for (int i = 0; i < 200; i++) {
            assertThat(column.get(i)).isEqualTo(numbers.get(i));
            assertThat(column.signum(i)).isEqualTo(numbers.get(i).signum());
            for (int j = 0; j < 200; j++) {
                assertThat(column.compare(i, column, j))
                        .isEqualTo(numbers.get(i).compareTo(numbers.get(j)));
            }
        }
    }

    @Test
    void whatCameThroughAFloatHasTheFewestDigits() {
        PriceBars bars = PriceBars.of(java.util.stream.Stream.of(
                        "47.47999954223633", "134.17999267578125", "0.044199999421834946", "47.123456789012", "10.25")
                .map(close -> new PriceBar(
                        LocalDate.of(2026, 11, 16).plusDays((long) close.length() * close.charAt(1)),
                        null,
                        null,
                        null,
                        new java.math.BigDecimal(close),
                        null,
                        null))
                .toList());
        assertThat(bars.withoutNoise())
                .extracting(bar -> bar.close().toPlainString())
                .containsExactlyInAnyOrder("47.48", "134.18", "0.0442", "47.123456789012", "10.25");
    }
}
