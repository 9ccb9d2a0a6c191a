package dev.exdate.sandbox.lie;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutIndex;
import dev.exdate.sandbox.market.Position;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.settings.SourceId;
import dev.exdate.source.snowball.SnowballSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The market as one source tells it on one night. */
final class ToldMarket implements Market {
    private static final BigDecimal EUROS = new BigDecimal("0.92");

    private final TrueMarket truth;
    private final SourceId source;
    private final Rounding rounding;
    private final PayoutIndex byExDate = new PayoutIndex(this, Payout::exDate);
    private final PayoutIndex byDeclaration = new PayoutIndex(this, Payout::declared);

    ToldMarket(TrueMarket truth, SourceId source, Rounding rounding) {
        this.truth = truth;
        this.source = source;
        this.rounding = rounding;
    }

    @Override
    public LocalDate today() {
        return truth.today();
    }

    @Override
    public List<Listing> listings() {
        return truth.listings();
    }

    @Override
    public List<Listing> known() {
        return truth.known();
    }

    @Override
    public Listing answering(Listing asked) {
        return truth.told(asked.ticker())
                .redirection(source, today())
                .flatMap(truth::listing)
                .orElse(asked);
    }

    @Override
    public BigDecimal rate(Ticker ticker) {
        return source.equals(SnowballSource.ID) && truth.isForeign(ticker) ? EUROS : BigDecimal.ONE;
    }

    @Override
    public Optional<Listing> listing(Ticker ticker) {
        return truth.listing(ticker);
    }

    @Override
    public List<Payout> payouts(Ticker ticker) {
        return listing(ticker)
                .map(listing -> truth.told(ticker).payouts(source, today()))
                .orElse(List.of());
    }

    @Override
    public List<Payout> payoutsExOn(LocalDate day) {
        return byExDate.on(day);
    }

    @Override
    public List<Payout> payoutsDeclaredOn(LocalDate day) {
        return byDeclaration.on(day);
    }

    @Override
    public BigDecimal rounded(BigDecimal amount) {
        return rounding.of(amount);
    }

    @Override
    public List<StockSplit> splits(Ticker ticker) {
        List<StockSplit> truly = truth.splits(ticker);
        return truly.isEmpty() ? truly : truth.told(ticker).splits(truly, source, today());
    }

    @Override
    public List<StockSplit> amountSplits(Ticker ticker) {
        List<StockSplit> truly = truth.splits(ticker);
        return truly.isEmpty() ? truly : truth.told(ticker).amountSplits(truly, source, today());
    }

    @Override
    public List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to) {
        List<Bar> truly = truth.bars(ticker, LocalDate.MIN, to);
        return truly.isEmpty()
                ? truly
                : truth.told(ticker).bars(truly, source, today()).stream()
                        .filter(bar -> !bar.date().isBefore(from))
                        .map(bar -> new Bar(
                                bar.date(),
                                rounding.price(bar.open()),
                                rounding.price(bar.high()),
                                rounding.price(bar.low()),
                                rounding.price(bar.close()),
                                rounding.price(bar.adjClose()),
                                bar.volume()))
                        .toList();
    }

    @Override
    public List<Position> holdings(Ticker ticker) {
        return truth.holdings(ticker);
    }

    @Override
    public Market dayBefore() {
        return new ToldMarket((TrueMarket) truth.dayBefore(), source, rounding);
    }
}
