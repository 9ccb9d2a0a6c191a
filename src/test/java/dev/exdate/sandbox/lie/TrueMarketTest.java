package dev.exdate.sandbox.lie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.MadeUpMarket;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutKind;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.settings.SourceId;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.yahoo.YahooSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrueMarketTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int SYMBOLS = 120;

    private static TrueMarket market(String disagreement, LocalDate today) {
        return new TrueMarket(MadeUpMarket.of(SYMBOLS, 1, today), Disagreement.of(disagreement, 1));
    }

    private static Stream<Lie> lies(TrueMarket market) {
        return market.listings().stream().flatMap(listing -> market.told(listing.ticker()).lies().stream());
    }

    private static Stream<Payout> payouts(Market market) {
        return market.listings().stream().flatMap(listing -> market.payouts(listing.ticker()).stream());
    }

    @Test
    void everyKindIsPlantedInAMarketOfManyLies() {
        Set<LieKind> planted =
                planted(market("all:20", TODAY)).map(Planted::kind).collect(Collectors.toSet());

        assertThat(planted)
                .containsAll(EnumSet.allOf(LieKind.class).stream()
                        .filter(LieKind::isPlanted)
                        .toList());
    }

    @Test
    void aLieIsToldFromItsFirstNightUntilItsLast() {
        TrueMarket market = market("missing:20", TODAY);
        List<Lie> missing = lies(market).filter(lie -> lie.to() != null).toList();

        assertThat(missing).isNotEmpty().allSatisfy(lie -> {
            Payout payout = lie.hides().getFirst();
            boolean told = market.toldBy(lie.source()).payouts(payout.ticker()).contains(payout);
            assertThat(told).isEqualTo(!lie.isToldOn(TODAY));
            assertThat(market.payouts(payout.ticker())).contains(payout);
        });
        assertThat(missing.stream().map(lie -> lie.isToldOn(TODAY))).contains(true, false);
    }

    @Test
    void aNightLaterTheSameLiesAreToldOfThePast() {
        Set<Planted> today = ids(market("all:20", TODAY));

        assertThat(ids(market("all:20", TODAY.plusDays(3)))).containsAll(today);
    }

    private static Set<Planted> ids(TrueMarket market) {
        return planted(market)
                .filter(planted -> planted.day().isAfter(TODAY.minusYears(2)))
                .collect(Collectors.toSet());
    }

    private static Stream<Planted> planted(TrueMarket market) {
        return market.known().stream().flatMap(listing -> market.told(listing.ticker()).planted().stream());
    }

    @Test
    void someSourceKnowsBetterThanALieOfOne() {
        TrueMarket market = market("doubled:20,missing:20,phantom:20,hundredfold:20,copying", TODAY);

        assertThat(lies(market)).isNotEmpty().allSatisfy(lie -> {
            List<SourceId> honest = lie.about().sources().stream()
                    .filter(source -> lies(market)
                            .noneMatch(other -> other.source().equals(source)
                                    && other.kind() == lie.kind()
                                    && other.about().equals(lie.about())))
                    .toList();
            assertThat(honest).isNotEmpty();
        });
    }

    @Test
    void twoProvidersShareMostOfTheirErrors() {
        List<Lie> doubled = lies(market("doubled:100,copying", TODAY))
                .filter(lie ->
                        lie.source().equals(YahooSource.ID) || lie.source().equals(FmpSource.ID))
                .toList();

        assertThat(doubled.size()).isGreaterThan((int)
                (1.7 * doubled.stream().map(Lie::about).distinct().count()));
    }

    @Test
    void aDayCanHaveTwoPaymentsAndIssuersListBoth() {
        TrueMarket market = market("two-a-day:20", TODAY);
        Set<PayoutKind> kinds = payouts(market).map(Payout::kind).collect(Collectors.toSet());

        assertThat(kinds).contains(PayoutKind.SPECIAL, PayoutKind.SHORT_TERM_GAIN, PayoutKind.LONG_TERM_GAIN);
        assertThat(payouts(market.toldBy(NasdaqSource.ID))
                        .filter(payout -> payout.kind().isGain()))
                .isNotEmpty();
    }

    @Test
    void eachSourceStatesItsOwnNumberOfDigits() {
        TrueMarket market = market("rounding", TODAY);
        BigDecimal amount = new BigDecimal("0.104170");

        assertThat(market.toldBy(YahooSource.ID).rounded(amount)).isEqualByComparingTo("0.104");
        assertThat(market.toldBy(CboeSource.ID).rounded(amount)).isEqualByComparingTo(amount);
        assertThat(payouts(market).map(payout -> payout.amount().scale())).contains(6);
    }

    @Test
    void pricesFallOnTheExDateByWhatIsPaid() {
        TrueMarket falling = market("drop", TODAY);
        Market plain = MadeUpMarket.of(SYMBOLS, 1, TODAY);
        Payout payout = payouts(falling)
                .filter(paid ->
                        paid.kind() == PayoutKind.SPECIAL && !paid.exDate().isAfter(TODAY))
                .findFirst()
                .orElseThrow();
        List<Bar> fallen = around(falling, payout);
        List<Bar> still = around(plain, payout);
        double before = fallen.getFirst().close().doubleValue();
        double level = before / still.getFirst().close().doubleValue();
        double expected = still.getLast().close().doubleValue() * level;

        double share = 1 - fallen.getLast().close().doubleValue() / expected;
        assertThat(share).isCloseTo(payout.amount().doubleValue() / before, within(0.005));
        assertThat(fallen.getFirst().adjClose()).isLessThan(fallen.getFirst().close());
    }

    /** The last bar before an ex-date, and the one of the ex-date. */
    private static List<Bar> around(Market market, Payout payout) {
        List<Bar> bars = market.bars(payout.ticker(), payout.exDate().minusDays(6), payout.exDate());
        return bars.subList(bars.size() - 2, bars.size());
    }

    @Test
    void aSplitDividesPricesFromItsDayOnAndLeavesDeclaredAmounts() {
        StockSplit split = splits(market("splits:20", TODAY)).findFirst().orElseThrow();
        LocalDate before = split.date().minusDays(1);
        TrueMarket old = market("splits:20", before);
        TrueMarket now = market("splits:20", split.date());

        assertThat(old.splits(split.ticker())).doesNotContain(split);
        assertThat(now.splits(split.ticker())).contains(split);
        double ratio = split.numerator().doubleValue() / split.denominator().doubleValue();
        assertThat(lastClose(old, split) / lastClose(now, split)).isCloseTo(ratio, within(0.01 * ratio));
        assertThat(past(now, split)).isEqualTo(past(old, split));
    }

    private static double lastClose(TrueMarket market, StockSplit split) {
        return market.bars(
                        split.ticker(), split.date().minusDays(20), split.date().minusDays(1))
                .getLast()
                .close()
                .doubleValue();
    }

    private static List<Payout> past(TrueMarket market, StockSplit split) {
        return market.payouts(split.ticker()).stream()
                .filter(payout -> payout.exDate().isBefore(split.date()))
                .toList();
    }

    /** Of payers, this year. */
    private static Stream<StockSplit> splits(TrueMarket market) {
        return market.listings().stream()
                .flatMap(listing -> market.splits(listing.ticker()).stream())
                .filter(split -> split.date().isAfter(TODAY.withDayOfYear(1)))
                .filter(split -> !market.payouts(split.ticker()).isEmpty());
    }

    @Test
    void severalFundsSplitBackOnOneDay() {
        assertThat(splits(market("splits:20", TODAY))
                        .filter(split -> split.numerator().compareTo(split.denominator()) < 0)
                        .collect(Collectors.groupingBy(StockSplit::date))
                        .values())
                .anyMatch(day -> day.size() > 3);
    }

    @Test
    void aLateSourceAdjustsPricesFirstAndDividendsDaysLater() {
        TrueMarket all = market("splits:20,split-late", TODAY);
        SplitLie lie = splits(all)
                .flatMap(split -> all.told(split.ticker()).splitLies().stream())
                .filter(late ->
                        late.source().equals(YahooSource.ID) && late.from().isAfter(TODAY.withDayOfYear(1)))
                .findFirst()
                .orElseThrow();
        Market night = market("splits:20,split-late", lie.from()).toldBy(YahooSource.ID);
        Market later = market("splits:20,split-late", lie.to()).toldBy(YahooSource.ID);

        assertThat(night.amountSplits(lie.split().ticker())).doesNotContain(lie.split());
        assertThat(later.amountSplits(lie.split().ticker())).contains(lie.split());
        assertThat(later.splits(lie.split().ticker())).contains(lie.split());
    }

    @Test
    void wrongAdjustedClosesLeaveTheClosesRight() {
        TrueMarket market = market("adjusted-close:50", TODAY);
        Planted lie = planted(market)
                .filter(planted -> planted.isToldOn(TODAY))
                .findFirst()
                .orElseThrow();
        List<Bar> truly = market.bars(lie.ticker(), LocalDate.EPOCH, TODAY);
        List<Bar> told = market.toldBy(YahooSource.ID).bars(lie.ticker(), LocalDate.EPOCH, TODAY);

        assertThat(told.stream().map(Bar::close).toList())
                .isEqualTo(truly.stream().map(Bar::close).toList());
        assertThat(told.stream().map(Bar::adjClose).toList())
                .isNotEqualTo(truly.stream().map(Bar::adjClose).toList());
    }

    @Test
    void somePayEveryFourthWeekOrDidSoOnce() {
        List<Set<String>> frequencies = market("rhythm", TODAY).listings().stream()
                .map(listing -> market("rhythm", TODAY).payouts(listing.ticker()).stream()
                        .filter(payout -> payout.kind() == PayoutKind.REGULAR)
                        .map(Payout::frequency)
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(frequencies).contains(Set.of("Every 4 Weeks"), Set.of("Every 4 Weeks", "Weekly"));
    }

    @Test
    void aShareThatLeavesTheMarketKeepsItsPast() {
        TrueMarket market = market("delisted:50", TODAY);
        Listing gone = market.known().stream()
                .filter(listing -> !market.listings().contains(listing))
                .findFirst()
                .orElseThrow();

        assertThat(market.bars(gone.ticker(), LocalDate.EPOCH, TODAY)).isNotEmpty();
        assertThat(market.bars(gone.ticker(), TODAY, TODAY)).isEmpty();
        assertThat(market.payouts(gone.ticker()))
                .allMatch(payout -> payout.exDate().isBefore(TODAY));
    }

    @Test
    void yahooAnswersAnotherSymbolForSomeNights() {
        TrueMarket market = market("redirected:100", TODAY);
        Planted lie = planted(market)
                .filter(planted -> planted.isToldOn(TODAY))
                .findFirst()
                .orElseThrow();
        Listing asked = market.listing(lie.ticker()).orElseThrow();

        assertThat(market.toldBy(YahooSource.ID).answering(asked).ticker().symbol())
                .isEqualTo(lie.stated());
        assertThat(market.toldBy(FmpSource.ID).answering(asked)).isEqualTo(asked);
    }

    @Test
    void withoutDisagreementEverySourceTellsTheTruth() {
        TrueMarket market = market("off", TODAY);
        for (Listing listing : market.listings()) {
            assertThat(market.payouts(listing.ticker()))
                    .isEqualTo(MadeUpMarket.of(SYMBOLS, 1, TODAY).payouts(listing.ticker()));
        }
    }
}
