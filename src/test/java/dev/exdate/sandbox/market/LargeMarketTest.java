package dev.exdate.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.measure.Growth;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LargeMarketTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int SYMBOLS = 20_000;

    @Test
    @Timeout(600)
    void twentyThousandSymbolsAnswerByDayAndBySymbol() {
        MadeUpMarket market = MadeUpMarket.of(SYMBOLS, 1, TODAY);
        int payouts = 0;
        for (int day = -20; day < 60; day++) {
            payouts += market.payoutsExOn(TODAY.plusDays(day)).size();
        }
        assertThat(payouts).isGreaterThan(5_000);
        assertThat(bars(market, 100)).isGreaterThan(100_000);
    }

    @Test
    @Timeout(600)
    void aHistoryCostsTheSameInALargerMarket() {
        MadeUpMarket half = MadeUpMarket.of(SYMBOLS / 2, 1, TODAY);
        MadeUpMarket whole = MadeUpMarket.of(SYMBOLS, 1, TODAY);
        Growth.isLinear("histories", () -> bars(half, 100), () -> bars(whole, 200));
    }

    private static int bars(MadeUpMarket market, int histories) {
        int step = market.listings().size() / histories;
        int bars = 0;
        for (int i = 0; i < histories; i++) {
            bars += market.bars(market.listings().get(i * step).ticker(), TODAY.minusYears(6), TODAY)
                    .size();
        }
        return bars;
    }
}
