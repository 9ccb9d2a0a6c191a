package dev.exdate.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LargeMarketTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int SYMBOLS = 20_000;

    @Test
    @Timeout(60)
    void twentyThousandSymbolsAnswerByDayAndBySymbol() {
        MadeUpMarket market = MadeUpMarket.of(SYMBOLS, 1, TODAY);
        int payouts = 0;
        for (int day = -20; day < 60; day++) {
            payouts += market.payoutsExOn(TODAY.plusDays(day)).size();
        }
        assertThat(payouts).isGreaterThan(5_000);
        long start = System.nanoTime();
        int bars = 0;
        for (int i = 0; i < SYMBOLS; i += 40) {
            bars += market.bars(market.listings().get(i).ticker(), TODAY.minusYears(6), TODAY)
                    .size();
        }
        assertThat(bars).isGreaterThan(500_000);
        // 500 histories; the bound leaves room for a slow machine that does other things as well
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
