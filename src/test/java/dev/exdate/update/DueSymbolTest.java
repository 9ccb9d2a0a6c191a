package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueSymbolTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static DueSymbol due(
            int bars, @Nullable LocalDate lastDividend, DueSymbol.EventsRead events, @Nullable LocalDate bare) {
        List<StoredBar> tail = IntStream.range(0, bars)
                .mapToObj(i -> new StoredBar(DAY.minusDays(bars - i), BigDecimal.TEN, BigDecimal.TEN))
                .toList();
        return new DueSymbol(
                new Ticker("ZZTA"),
                Set.of(DataKind.DIVIDENDS),
                tail.isEmpty() ? null : DAY.minusYears(5),
                lastDividend,
                events,
                bare,
                tail,
                "yahoo",
                lastDividend == null ? List.of() : List.of(new AmountHistory.Paid(lastDividend, BigDecimal.ONE)),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // bars, newest ex-date, asked, read; from
        "7, 2026-09-01, true,  2026-11-19, 2026-10-15", // weeks before the last reading
        "7, ,           true,  2026-11-19, 2026-10-15",
        "7, ,           true,  ,           2021-11-21", // never succeeded: all of it
        "7, 2026-09-01, true,  ,           2026-06-03",
        "7, ,           false, ,           2026-08-21", // another program's: 90 days before its newest price
        "7, 2020-01-01, false, ,           2026-08-21", // pays no more
        "7, 2026-09-01, false, ,           2026-06-03",
        "0, ,           false, ,           2021-11-21"
    })
    void eventsAreReadFromWhereTheLastReadingEnded(
            int bars, @Nullable LocalDate lastDividend, boolean asked, @Nullable LocalDate read, LocalDate from) {
        assertThat(due(bars, lastDividend, new DueSymbol.EventsRead(asked, read), null)
                        .eventsFrom(DAY))
                .isEqualTo(from);
    }

    @Test
    void pricesReachBackToTheFirstBarThatIsNotWhole() {
        DueSymbol.EventsRead read = new DueSymbol.EventsRead(true, DAY);
        assertThat(due(7, null, read, null).pricesFrom(DAY)).isEqualTo(DAY.minusDays(6));
        assertThat(due(7, null, read, DAY.minusDays(2)).pricesFrom(DAY)).isEqualTo(DAY.minusDays(6));
        assertThat(due(7, null, read, DAY.minusDays(30)).pricesFrom(DAY)).isEqualTo(DAY.minusDays(30));
        assertThat(due(0, null, read, null).pricesFrom(DAY)).isEqualTo(DAY.minusDays(1825));
    }

    private static Distribution paid(LocalDate exDate) {
        return new Distribution(new Ticker("ZZTA"), exDate, null, null, null, BigDecimal.ONE, null, null, null);
    }

    @Test
    void aSplitOfStoredDaysThatIsNotStoredIsLacking() {
        DueSymbol due = due(7, DAY.minusDays(90), new DueSymbol.EventsRead(true, DAY), null);
        assertThat(due.lacksAnyOf(List.of(split(DAY.minusDays(3))))).isTrue();
        assertThat(due.lacksAnyOf(List.of(split(DAY))))
                .as("after the newest bar, as any night")
                .isFalse();
        assertThat(due.lacksAnyOf(List.of(split(DAY.minusYears(6)))))
                .as("before the first bar")
                .isFalse();
    }

    private static Split split(LocalDate day) {
        return new Split(day, BigDecimal.TWO, BigDecimal.ONE);
    }
}
