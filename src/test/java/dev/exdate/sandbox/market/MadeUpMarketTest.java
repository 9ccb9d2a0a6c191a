package dev.exdate.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.sandbox.TruthTables;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.snowball.SnowballSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpMarketTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final MadeUpMarket market = MadeUpMarket.of(300, 1, TODAY);

    private static String dividends(MadeUpMarket market) throws IOException {
        StringBuilder csv = new StringBuilder();
        new TruthTables(market).dividends(csv);
        new TruthTables(market).splits(csv);
        new TruthTables(market).holdings(csv);
        new TruthTables(market).symbols(csv);
        return csv.toString();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        assertThat(dividends(MadeUpMarket.of(300, 1, TODAY))).isEqualTo(dividends(market));
        assertThat(dividends(MadeUpMarket.of(300, 2, TODAY))).isNotEqualTo(dividends(market));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 16, 24, 40, 300})
    void itHasExactlyAsManySymbolsAsAskedEachOnce(int symbols) {
        MadeUpMarket some = MadeUpMarket.of(symbols, 3, TODAY);
        Set<Ticker> tickers = new HashSet<>();
        some.listings().forEach(listing -> tickers.add(listing.ticker()));
        assertThat(some.listings()).hasSize(symbols);
        assertThat(tickers).hasSize(symbols);
    }

    @Test
    void itHasAllKindsOfSecuritiesAndAHundredOptionFundsInALargeOne() {
        assertThat(market.listings().stream().map(Listing::kind)).contains(Listing.Kind.values());
        assertThat(MadeUpMarket.of(1000, 1, TODAY).listings().stream()
                        .filter(listing -> listing.kind() == Listing.Kind.OPTION_FUND))
                .hasSize(100);
    }

    /** A weekend, the turn of a month (the history begins later) and of a year. */
    @ParameterizedTest
    @ValueSource(ints = {3, 12, 45, 400})
    void pastDaysDoNotDependOnTheDayTheMarketStandsOn(int days) {
        MadeUpMarket market = MadeUpMarket.of(100, 1, TODAY);
        MadeUpMarket later = MadeUpMarket.of(100, 1, TODAY.plusDays(days));
        LocalDate start = later.today().minusDays(1825).withDayOfMonth(1).plusMonths(1);
        for (Listing listing : market.listings()) {
            if (later.splits(listing.ticker()).equals(market.splits(listing.ticker()))) {
                assertThat(closes(later, listing, start)).isEqualTo(closes(market, listing, start));
            }
            assertThat(payouts(later, listing, start))
                    .as("%s", listing.ticker())
                    .isEqualTo(payouts(market, listing, start));
        }
    }

    private static List<Payout> payouts(MadeUpMarket market, Listing listing, LocalDate from) {
        return market.payouts(listing.ticker()).stream()
                .filter(payout -> !payout.exDate().isBefore(from))
                .filter(payout -> !payout.exDate().isAfter(TODAY))
                .toList();
    }

    private static List<BigDecimal> closes(MadeUpMarket market, Listing listing, LocalDate from) {
        return market.bars(listing.ticker(), from, TODAY).stream()
                .map(Bar::close)
                .toList();
    }

    @Test
    void pricesAreOfTradingDaysAndPossible() {
        TradingCalendar calendar = new TradingCalendar();
        for (Listing listing : market.listings()) {
            BigDecimal before = null;
            for (Bar bar : market.bars(listing.ticker(), TODAY.minusYears(6), TODAY)) {
                assertThat(calendar.isTradingDay(bar.date())).isTrue();
                assertThat(bar.low())
                        .isLessThanOrEqualTo(bar.open())
                        .isLessThanOrEqualTo(bar.close())
                        .isPositive();
                assertThat(bar.high()).isGreaterThanOrEqualTo(bar.open()).isGreaterThanOrEqualTo(bar.close());
                assertThat(bar.adjClose()).isPositive().isLessThanOrEqualTo(bar.close());
                if (before != null) {
                    assertThat(bar.close().doubleValue() / before.doubleValue()).isBetween(0.8, 1.25);
                }
                before = bar.close();
            }
        }
    }

    @Test
    void payoutsAreDeclaredBeforeTheirExDateAndOneADay() {
        for (Listing listing : market.listings()) {
            Set<LocalDate> days = new HashSet<>();
            for (Payout payout : market.payouts(listing.ticker())) {
                assertThat(days.add(payout.exDate())).isTrue();
                assertThat(payout.declared()).isBefore(payout.exDate()).isBeforeOrEqualTo(TODAY);
                assertThat(payout.payDate()).isAfter(payout.exDate());
                assertThat(payout.exDate()).isBeforeOrEqualTo(TODAY.plusDays(60));
                assertThat(payout.amount()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
            }
        }
    }

    @Test
    void itHasSplitsSpecialsZeroDeclarationsAndUpcomingDividends() {
        List<Payout> all = market.listings().stream()
                .flatMap(listing -> market.payouts(listing.ticker()).stream())
                .toList();
        assertThat(all).anyMatch(payout -> payout.frequency().equals("Special"));
        assertThat(all).anyMatch(payout -> payout.amount().signum() == 0);
        assertThat(all).anyMatch(payout -> payout.exDate().isAfter(TODAY));
        assertThat(all).anyMatch(payout -> payout.sources().contains(NyseSource.ID));
        assertThat(all).anyMatch(payout -> payout.sources().contains(CboeSource.ID));
        assertThat(all).anyMatch(payout -> payout.sources().contains(SnowballSource.ID));
        assertThat(market.listings())
                .anyMatch(listing -> !market.splits(listing.ticker()).isEmpty());
    }

    @Test
    void daysAreIndexedAsTheSymbolsTell() {
        LocalDate day = LocalDate.of(2026, 11, 18);
        List<Payout> told = market.listings().stream()
                .flatMap(listing -> market.payouts(listing.ticker()).stream())
                .filter(payout -> payout.exDate().equals(day))
                .toList();
        assertThat(market.payoutsExOn(day)).isNotEmpty().isEqualTo(told);
    }
}
