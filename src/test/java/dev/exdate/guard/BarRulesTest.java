package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarRulesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final BarRule BARS = new BarRule(Limits.USUAL.prices());

    private static PriceBar bar(LocalDate day, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
        return new PriceBar(day, open, high, low, close, close, BigDecimal.ONE);
    }

    private static PriceBar flat(LocalDate day, BigDecimal price) {
        return bar(day, price, price, price, price);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 11, 9, 10, true", "10, 10, 10, 10, true", ", , , 10, true", "10, 11, 9, 0, false",
        "10, 9, 9, 10, false", "10, 11, 10.5, 10, false", "12, 11, 9, 10, false", "8, 11, 9, 10, false"
    })
    void aBarThatContradictsItselfIsImpossible(
            BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, boolean expected) {
        assertThat(BARS.isPossible(PriceBars.of(List.of(bar(FRIDAY, open, high, low, close))), 0))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, true", "2026-11-21, false", "2026-11-22, false"})
    void noBarIsOfAWeekend(LocalDate day, boolean expected) {
        assertThat(BARS.isPossible(PriceBars.of(List.of(flat(day, BigDecimal.TEN))), 0))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 50, false", "10, 50.01, true", "10, 2, false", "10, 1.99, true"})
    void fiveTimesTheCloseBeforeIsAJump(BigDecimal before, BigDecimal close, boolean expected) {
        assertThat(BARS.isJump(before, close)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 300, true",
        "10, 299, false",
        "300, 10, true",
        "299, 10, false",
        "0.009, 1, false",
        "0.01, 1, true",
        "0, 1, false"
    })
    void thirtyTimesTheCloseBeforeIsALeap(BigDecimal before, BigDecimal price, boolean expected) {
        assertThat(new LeapRule(Limits.USUAL.prices().leaps()).isLeap(flat(FRIDAY, price), before))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 300, 10, 1", "10, 300, 300, 0", "10, 299, 10, 0", "10, 0.1, 11, 1", "10, 300, 60, 0"})
    void oneDayFarFromTwoThatAgreeIsASpike(BigDecimal before, BigDecimal price, BigDecimal after, int expected) {
        PriceBars days = PriceBars.of(
                List.of(flat(FRIDAY.minusDays(2), before), flat(FRIDAY.minusDays(1), price), flat(FRIDAY, after)));
        assertThat(java.util.stream.IntStream.range(0, 3).filter(i -> BARS.isSpike(days, i)))
                .hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, false",
        "10.00001, 10.00002, false",
        "10.00001, 10.00004, true",
        "10, 10.01, true",
        "10.123, 10.12, false",
        "10.123, 10.11, true"
    })
    void onlyMoreThanNoiseAndRoundingIsARestatement(BigDecimal stored, BigDecimal read, boolean expected) {
        KnownPrices known = new KnownPrices(
                new dev.exdate.market.Ticker("ZZTA"), List.of(new StoredBar(FRIDAY, stored, stored)), "yahoo");
        assertThat(new RestatementRule(Limits.USUAL.prices())
                        .isRestated(known, PriceBars.of(List.of(flat(FRIDAY, read))), List.of()))
                .isEqualTo(expected);
    }
}
