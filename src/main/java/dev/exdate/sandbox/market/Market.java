package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The made-up market on one day: what every source agrees on. The same seed, size and day give the same answers, byte for
 * byte; a symbol's history is computed when asked for, so that twenty thousand symbols cost no memory. Thread-safe.
 */
public interface Market {
    /** The New York day the market stands on; nothing later has traded, later ex-dates are declared ones. */
    LocalDate today();

    /** All listings, by symbol. */
    List<Listing> listings();

    /** Those that are there for who asks for them by name, listed or not. */
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

    /** Bars of the trading days of the span, both ends included, by date. */
    List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to);

    /** A fund's holdings as of the last trading day before today; empty for what is no fund. */
    List<Position> holdings(Ticker ticker);

    /** The same market as it stood on the trading day before. */
    Market dayBefore();
}
