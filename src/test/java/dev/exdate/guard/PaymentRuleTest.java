package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentRuleTest {
    private static final LocalDate EX = LocalDate.of(2026, 11, 18);
    private static final TradingCalendar CALENDAR = new TradingCalendar();

    /** A year of closes at 10, one per cent up and down, and what it opens at on the ex-date and stays at. */
    private static PriceBars bars(String after) {
        List<PriceBar> bars = new ArrayList<>();
        int n = 0;
        for (LocalDate day = EX.minusYears(1); day.isBefore(EX.plusDays(10)); day = CALENDAR.nextTradingDay(day)) {
            BigDecimal open =
                    day.isBefore(EX) ? new BigDecimal(n++ % 2 == 0 ? "9.95" : "10.06") : new BigDecimal(after);
            BigDecimal close = day.isBefore(EX) ? BigDecimal.TEN : open;
            bars.add(new PriceBar(day, open, null, null, close, null, null));
        }
        return PriceBars.of(bars);
    }

    private static Optional<Violation> rule(String after, LocalDate day, String... weeklyAmounts) {
        TreeMap<LocalDate, BigDecimal> cash = new TreeMap<>();
        for (int i = 0; i < weeklyAmounts.length; i++) {
            cash.put(day.minusWeeks(weeklyAmounts.length - 1L - i), new BigDecimal(weeklyAmounts[i]));
        }
        return new PaymentRule(bars(after), cash).of(day, false);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, 0.1,  ",
        "10.0, 4,    ",
        "10.0, 9.9,  ",
        "10.0, 10,   10 on 2026-11-18 but a share was worth 10",
        "10.0, 1250, 1250 on 2026-11-18 but a share was worth 10",
    })
    void aPaymentIsLessThanItsShareIsWorth(String after, String amount, String finding) {
        assertThat(rule(after, EX, amount).map(one -> one.finding().replace(",", "")))
                .isEqualTo(Optional.ofNullable(finding));
    }

    @Test
    void nobodyPaysThreeTimesThePriceInAYearUnlessThePriceShowsIt() {
        String[] weekly = new String[52];
        java.util.Arrays.fill(weekly, "0.5");
        assertThat(rule("10", EX, weekly)).as("260 %").isEmpty();
        java.util.Arrays.fill(weekly, "0.7");
        assertThat(rule("10", EX, weekly))
                .get()
                .extracting(Violation::guard, Violation::finding)
                .containsExactly(Guard.AMOUNTS, "0.7 on 2026-11-18, 36.4 in a year, but a share was worth 10");
        assertThat(rule("9.3", EX, weekly)).as("the price fell by it").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, false, DATES",
        "2026-11-21, true,  ",
        "2026-11-26, false, DATES",
        "2026-11-27, false, ",
        "1926-11-27, true,  DATES",
        "1999-01-01, false, ",
    })
    void anExDateIsATradingDayOfOurTime(LocalDate day, boolean foreign, Guard expected) {
        TreeMap<LocalDate, BigDecimal> cash = new TreeMap<>();
        cash.put(day, BigDecimal.ONE);
        assertThat(new PaymentRule(PriceBars.NONE, cash).of(day, foreign).map(Violation::guard))
                .isEqualTo(Optional.ofNullable(expected));
    }
}
