package dev.exdate.update;

import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.KnownPrices;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A symbol that lacks something.
 *
 * @param kinds due ones among prices, dividends and splits
 * @param firstPrice the oldest stored day
 * @param lastDividend the newest stored ex-date
 * @param eventsRead the day its dividends were last read successfully
 * @param tail the newest stored bars, oldest first: five sessions before the newest one, and one more for its close
 * @param priceSource the source of the newest bar; null if unknown
 * @param paid the newest stored dividends, as far back as they may be re-read
 * @param splits the stored ones
 */
record DueSymbol(
        Ticker ticker,
        Set<DataKind> kinds,
        @Nullable LocalDate firstPrice,
        @Nullable LocalDate lastDividend,
        @Nullable LocalDate eventsRead,
        List<StoredBar> tail,
        @Nullable String priceSource,
        List<AmountHistory.Paid> paid,
        List<Split> splits) {
    static final int TAIL = 7;
    /** For a weekly payer this covers more than the five years of a whole series. */
    static final int PAYOUTS = 300;

    private static final int DAYS_OF_NEW_SYMBOLS = 5 * 365;
    private static final int DAYS_OF_DIVIDENDS = 90;
    private static final int LONGEST_PAUSE = 400;

    @Nullable LocalDate lastPrice() {
        return tail.isEmpty() ? null : tail.getLast().date();
    }

    /** What its prices are held against. */
    KnownPrices known() {
        return new KnownPrices(ticker, tail, priceSource);
    }

    /** The first day of prices to read: five stored sessions before the newest, or five years back for a new symbol. */
    LocalDate pricesFrom(LocalDate marketDay) {
        if (tail.isEmpty()) {
            return marketDay.minusDays(DAYS_OF_NEW_SYMBOLS);
        }
        return tail.get(tail.size() < TAIL ? 0 : 1).date();
    }

    /**
     * The first day of dividends and splits to read: 90 days before the newest stored ex-date, for late announcements
     * and corrections; 90 days before the last reading for a symbol that pays nothing (any more).
     */
    LocalDate eventsFrom(LocalDate marketDay) {
        if (lastDividend != null && (eventsRead == null || lastDividend.isAfter(eventsRead.minusDays(LONGEST_PAUSE)))) {
            return min(lastDividend, marketDay).minusDays(DAYS_OF_DIVIDENDS);
        }
        return eventsRead == null
                ? marketDay.minusDays(DAYS_OF_NEW_SYMBOLS)
                : min(eventsRead, marketDay).minusDays(DAYS_OF_DIVIDENDS);
    }

    /** The first day of its whole series, as stored or as it would be stored today. */
    LocalDate wholeFrom(LocalDate marketDay) {
        LocalDate oldest = marketDay.minusDays(DAYS_OF_NEW_SYMBOLS);
        return firstPrice != null && firstPrice.isBefore(oldest) ? firstPrice : oldest;
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
