package dev.exdate.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every symbol of every market. */
class MadeUpHistoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate ONE_DAY_SETTLEMENT = LocalDate.of(2024, 5, 28);
    private final TradingCalendar calendar = new TradingCalendar();

    private static List<Bar> bars(Market market, Listing listing) {
        return market.bars(listing.ticker(), TODAY.minusYears(9), TODAY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void pricesAreOfTradingDaysAndPossible(long seed) {
        MadeUpMarket market = MadeUpMarket.of(120, seed, TODAY);
        for (Listing listing : market.listings()) {
            Bar before = null;
            for (Bar bar : bars(market, listing)) {
                assertThat(calendar.isTradingDay(bar.date())).isTrue();
                assertThat(bar.low()).isLessThanOrEqualTo(bar.open()).isLessThanOrEqualTo(bar.close());
                assertThat(bar.high()).isGreaterThanOrEqualTo(bar.open()).isGreaterThanOrEqualTo(bar.close());
                assertThat(bar.low()).isPositive();
                assertThat(bar.adjClose()).isPositive().isLessThanOrEqualTo(bar.close());
                assertThat(bar.close().scale()).isLessThanOrEqualTo(6);
                assertThat(bar.volume()).isNotNegative();
                if (before != null) {
                    assertThat(bar.date()).isEqualTo(calendar.nextTradingDay(before.date()));
                    assertThat(bar.close().doubleValue() / before.close().doubleValue())
                            .isBetween(0.9, 1.1);
                }
                before = bar;
            }
            assertThat(before).isNotNull();
            assertThat(before.date()).isEqualTo(TODAY);
            assertThat(before.adjClose()).isEqualByComparingTo(before.close());
        }
    }

    @Test
    void someVolumesAreZeroAndSomeBeyondThirtyTwoBits() {
        MadeUpMarket market = MadeUpMarket.of(150, 1, TODAY);
        List<Long> volumes = market.listings().stream()
                .flatMap(listing -> bars(market, listing).stream())
                .map(Bar::volume)
                .toList();
        assertThat(volumes).contains(0L).anyMatch(volume -> volume > Integer.MAX_VALUE);
    }

    @Test
    void adjustedClosesFallByEachLaterDividendsShare() {
        MadeUpMarket market = MadeUpMarket.of(60, 4, TODAY);
        for (Listing listing : market.listings()) {
            SplitAdjustment adjustment = new SplitAdjustment(market.splits(listing.ticker()));
            Map<LocalDate, Double> paid = new HashMap<>();
            market.payouts(listing.ticker()).stream()
                    .filter(payout -> !payout.exDate().isAfter(TODAY))
                    .forEach(payout ->
                            paid.put(payout.exDate(), adjustment.amount(payout).doubleValue()));
            double factor = 1;
            LocalDate later = TODAY.plusDays(1);
            for (Bar bar : bars(market, listing).reversed()) {
                double close = bar.close().doubleValue();
                factor *= 1 - paid.getOrDefault(later, 0.0) / close;
                assertThat(bar.adjClose().doubleValue())
                        .as("%s %s", listing.ticker(), bar.date())
                        .isCloseTo(close * factor, within(0.000_001));
                later = bar.date();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void payoutsAreDeclaredBeforeTheirExDateAndOneADay(long seed) {
        MadeUpMarket market = MadeUpMarket.of(150, seed, TODAY);
        int payers = 0;
        for (Listing listing : market.listings()) {
            Set<LocalDate> days = new HashSet<>();
            for (Payout payout : market.payouts(listing.ticker())) {
                assertThat(days.add(payout.exDate())).isTrue();
                assertThat(calendar.isTradingDay(payout.exDate())).isTrue();
                assertThat(payout.declared()).isBefore(payout.exDate()).isBeforeOrEqualTo(TODAY);
                assertThat(payout.declared())
                        .isAfterOrEqualTo(payout.exDate().minusDays(41))
                        .isBeforeOrEqualTo(payout.recordDate());
                assertThat(payout.payDate())
                        .isAfter(payout.exDate())
                        .isBeforeOrEqualTo(payout.exDate().plusDays(20));
                assertThat(payout.exDate()).isBeforeOrEqualTo(TODAY.plusDays(60));
                assertThat(payout.amount().scale()).isBetween(2, 6);
                assertThat(payout.amount().signum()).isNotNegative();
            }
            payers += days.isEmpty() ? 0 : 1;
        }
        assertThat(payers).isBetween(75, 140);
    }

    @Test
    void weeklyPayersDeclareOnTheTradingDayBefore() {
        MadeUpMarket market = MadeUpMarket.of(200, 1, TODAY);
        for (Listing listing : market.listings()) {
            market.payouts(listing.ticker()).stream()
                    .filter(payout -> payout.frequency().equals("Weekly"))
                    .forEach(payout ->
                            assertThat(payout.declared()).isEqualTo(calendar.previousTradingDay(payout.exDate())));
        }
    }

    @Test
    void recordDatesFollowTheSettlementRulesOfTheirTime() {
        MadeUpMarket market = MadeUpMarket.of(150, 1, TODAY);
        for (Listing listing : market.listings()) {
            for (Payout payout : market.payouts(listing.ticker())) {
                if (payout.exDate().isBefore(ONE_DAY_SETTLEMENT)) {
                    assertThat(payout.recordDate()).isEqualTo(calendar.nextTradingDay(payout.exDate()));
                } else {
                    assertThat(payout.recordDate().equals(payout.exDate()))
                            .isNotEqualTo(payout.sources().contains(NyseSource.ID));
                }
            }
        }
    }

    @Test
    void sourcesTellWhatTheyCan() {
        MadeUpMarket market = MadeUpMarket.of(150, 1, TODAY);
        for (Listing listing : market.listings()) {
            boolean optionFund = listing.kind() == Listing.Kind.OPTION_FUND;
            for (Payout payout : market.payouts(listing.ticker())) {
                Set<SourceId> sources = payout.sources();
                boolean nothing = payout.amount().signum() == 0;
                assertThat(sources.contains(YieldMaxSource.ID)).isEqualTo(optionFund);
                assertThat(sources.contains(GlobeNewswireSource.ID)).isEqualTo(optionFund);
                assertThat(sources.contains(NasdaqSource.ID)).isNotEqualTo(nothing);
                assertThat(sources.contains(FmpSource.ID)).isNotEqualTo(nothing);
                assertThat(sources.contains(AlphaVantageSource.ID)).isNotEqualTo(nothing);
                assertThat(sources.contains(YahooSource.ID)).isNotEqualTo(nothing);
                assertThat(sources.contains(CboeSource.ID))
                        .isEqualTo(listing.exchange().equals("BATS"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void fundsHoldWhatAddsUpToAHundredPerCentAndOthersNothing(long seed) {
        MadeUpMarket market = MadeUpMarket.of(120, seed, TODAY);
        for (Listing listing : market.listings()) {
            List<Position> positions = market.holdings(listing.ticker());
            if (!new Company(listing).isFund()) {
                assertThat(positions).isEmpty();
                continue;
            }
            double weights = positions.stream()
                    .mapToDouble(position -> position.weight().doubleValue())
                    .sum();
            assertThat(weights).isCloseTo(100, within(0.5));
            if (listing.kind() == Listing.Kind.OPTION_FUND) {
                assertThat(positions)
                        .anyMatch(position -> position.asset().matches("[A-Z ]{6}\\d{6}[CP]\\d{8}")
                                && position.shares().signum() < 0
                                && position.weight().signum() < 0)
                        .anyMatch(position -> position.asset().matches("912797[A-Z0-9]{3}"))
                        .anyMatch(position -> position.asset().equals("Cash&Other"));
            } else {
                assertThat(positions).hasSizeBetween(20, 41);
            }
        }
    }
}
