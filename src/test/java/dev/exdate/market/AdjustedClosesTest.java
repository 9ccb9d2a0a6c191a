package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdjustedClosesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static PriceBars bars(String... closes) {
        List<PriceBar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(new PriceBar(MONDAY.plusDays(i), null, null, null, new BigDecimal(closes[i]), null, null));
        }
        return PriceBars.of(bars);
    }

    private static List<String> adjusted(PriceBars bars, Map<LocalDate, BigDecimal> paid) {
        Decimals adjusted = AdjustedCloses.of(bars, paid);
        return IntStream.range(0, adjusted.size())
                .mapToObj(i -> String.valueOf(adjusted.get(i)))
                .toList();
    }

    private static Map<LocalDate, BigDecimal> paid(int day, String amount) {
        return Map.of(MONDAY.plusDays(day), new BigDecimal(amount));
    }

    @Test
    void eachCloseBeforeAnExDateIsLoweredByTheShareThatWasPaid() {
        PriceBars bars = bars("10.00", "20.00", "18.5", "18.123");
        assertThat(adjusted(bars, Map.of())).containsExactly("10.00", "20.00", "18.5", "18.123");
        assertThat(adjusted(bars, paid(2, "1"))).containsExactly("9.50", "19.00", "18.5", "18.123");
        assertThat(adjusted(
                        bars, Map.of(MONDAY.plusDays(2), BigDecimal.ONE, MONDAY.plusDays(3), new BigDecimal("1.85"))))
                .containsExactly("8.55", "17.10", "16.65", "18.123");
    }

    @Test
    void anExDateOutsideTheBarsChangesNothing() {
        PriceBars bars = bars("10.00", "20.00");
        assertThat(adjusted(bars, paid(0, "1"))).containsExactly("10.00", "20.00");
        assertThat(adjusted(bars, paid(2, "1"))).containsExactly("10.00", "20.00");
        assertThat(adjusted(bars, paid(1, "10")))
                .as("more than the share was worth")
                .containsExactly("10.00", "20.00");
    }

    @Test
    void onADayWithoutABarTheLastCloseBeforeCounts() {
        PriceBars gap = bars("10.00", "20.00", "30.00").keep(i -> i != 1);
        assertThat(adjusted(gap, paid(1, "1"))).containsExactly("9.00", "30.00");
    }

    @Test
    void cashIsPerShareOfToday() {
        Split split = new Split(MONDAY, BigDecimal.valueOf(3), BigDecimal.ONE);
        assertThat(AdjustedCloses.splitAdjusted(BigDecimal.ONE, MONDAY.minusDays(1), List.of(split)))
                .isEqualTo("0.333333");
        assertThat(AdjustedCloses.splitAdjusted(BigDecimal.ONE, MONDAY, List.of(split)))
                .isEqualTo("1");
    }
}
