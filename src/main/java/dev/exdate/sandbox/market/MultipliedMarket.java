package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A market with prices or distributions in a wrong unit. */
public record MultipliedMarket(Market real, BigDecimal prices, BigDecimal amounts) implements Market {
    @Override
    public LocalDate today() {
        return real.today();
    }

    @Override
    public List<Listing> listings() {
        return real.listings();
    }

    @Override
    public Optional<Listing> listing(Ticker ticker) {
        return real.listing(ticker);
    }

    @Override
    public List<Payout> payouts(Ticker ticker) {
        return real.payouts(ticker).stream().map(this::times).toList();
    }

    @Override
    public List<Payout> payoutsExOn(LocalDate day) {
        return real.payoutsExOn(day).stream().map(this::times).toList();
    }

    @Override
    public List<Payout> payoutsDeclaredOn(LocalDate day) {
        return real.payoutsDeclaredOn(day).stream().map(this::times).toList();
    }

    private Payout times(Payout payout) {
        return payout.withAmount(payout.amount().multiply(amounts));
    }

    @Override
    public List<StockSplit> amountSplits(Ticker ticker) {
        return real.amountSplits(ticker);
    }

    @Override
    public BigDecimal rounded(BigDecimal amount) {
        return real.rounded(amount);
    }

    @Override
    public List<StockSplit> splits(Ticker ticker) {
        return real.splits(ticker);
    }

    @Override
    public List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to) {
        return real.bars(ticker, from, to).stream()
                .map(bar -> new Bar(
                        bar.date(),
                        bar.open().multiply(prices),
                        bar.high().multiply(prices),
                        bar.low().multiply(prices),
                        bar.close().multiply(prices),
                        bar.adjClose().multiply(prices),
                        bar.volume()))
                .toList();
    }

    @Override
    public List<Position> holdings(Ticker ticker) {
        return real.holdings(ticker);
    }

    @Override
    public Market dayBefore() {
        return new MultipliedMarket(real.dayBefore(), prices, amounts);
    }
}
