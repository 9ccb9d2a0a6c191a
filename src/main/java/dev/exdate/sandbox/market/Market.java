package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The made-up market on one day, as it is or as a source tells it. The same seed, size and day give the same answers, byte
 * for byte. A symbol's history is computed on request, so that twenty thousand symbols need no memory. Thread-safe.
 */
public interface Market {
    /** The market's current New York day; nothing later has traded, and later ex-dates are declared ones. */
    LocalDate today();

    /** All listings, by symbol. */
    List<Listing> listings();

    /** Listings that can be requested by symbol, listed or not. */
    default List<Listing> known() {
        return listings();
    }

    Optional<Listing> listing(Ticker ticker);

    /** All payouts declared by {@link #today}, of five years, by ex-date; future ones at most 60 days ahead. */
    List<Payout> payouts(Ticker ticker);

    /** All payouts with this ex-date, by symbol. */
    List<Payout> payoutsExOn(LocalDate day);

    /** All payouts declared on this day, by symbol. */
    List<Payout> payoutsDeclaredOn(LocalDate day);

    /** Splits that have happened, by date. */
    List<StockSplit> splits(Ticker ticker);

    /** The splits that past payouts are adjusted for. */
    default List<StockSplit> amountSplits(Ticker ticker) {
        return splits(ticker);
    }

    /** Bars of the trading days of the span, both ends included, by date. */
    List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to);

    /** A fund's holdings as of the last trading day before today; empty for anything else. */
    List<Position> holdings(Ticker ticker);

    /** An amount with the digits that this market's teller states. */
    default BigDecimal rounded(BigDecimal amount) {
        return amount;
    }

    /** Whose data come for an asked symbol. */
    default Listing answering(Listing asked) {
        return asked;
    }

    /** What a dollar of a symbol's payouts is stated as: 1, or less in euros. */
    default BigDecimal rate(Ticker ticker) {
        return BigDecimal.ONE;
    }

    /** The same market on the previous trading day. */
    Market dayBefore();
}
