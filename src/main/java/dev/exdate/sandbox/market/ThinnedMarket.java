package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A market whose lists show every other symbol and whose symbol pages show every other row, or none at all. Symbols can
 * still be requested by name.
 */
public record ThinnedMarket(Market whole, boolean half) implements Market {
    @Override
    public LocalDate today() {
        return whole.today();
    }

    @Override
    public List<Listing> listings() {
        return some(whole.listings());
    }

    @Override
    public List<Listing> known() {
        return whole.known();
    }

    @Override
    public Optional<Listing> listing(Ticker ticker) {
        return whole.listing(ticker);
    }

    @Override
    public List<Payout> payouts(Ticker ticker) {
        return some(whole.payouts(ticker));
    }

    @Override
    public List<Payout> payoutsExOn(LocalDate day) {
        return some(whole.payoutsExOn(day));
    }

    @Override
    public List<Payout> payoutsDeclaredOn(LocalDate day) {
        return some(whole.payoutsDeclaredOn(day));
    }

    @Override
    public List<StockSplit> splits(Ticker ticker) {
        return some(whole.splits(ticker));
    }

    @Override
    public List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to) {
        return some(whole.bars(ticker, from, to));
    }

    @Override
    public List<Position> holdings(Ticker ticker) {
        return some(whole.holdings(ticker));
    }

    @Override
    public List<StockSplit> amountSplits(Ticker ticker) {
        return whole.amountSplits(ticker);
    }

    @Override
    public BigDecimal rounded(BigDecimal amount) {
        return whole.rounded(amount);
    }

    @Override
    public Market dayBefore() {
        return new ThinnedMarket(whole.dayBefore(), half);
    }

    /** The second, the fourth and so on; a single row disappears. */
    private <R> List<R> some(List<R> rows) {
        return half
                ? IntStream.range(0, rows.size() / 2)
                        .mapToObj(i -> rows.get(2 * i + 1))
                        .toList()
                : List.of();
    }
}
