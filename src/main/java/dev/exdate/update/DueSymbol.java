package dev.exdate.update;

import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.KnownPrices;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A symbol that lacks something.
 *
 * @param kinds due ones among prices, dividends and splits
 * @param firstPrice the oldest stored day
 * @param lastDividend the newest stored ex-date
 * @param events when its dividends were asked for
 * @param bare the oldest recent bar without an open; null if all bars are whole
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
        EventsRead events,
        @Nullable LocalDate bare,
        List<StoredBar> tail,
        @Nullable String priceSource,
        List<AmountHistory.Paid> paid,
        List<Split> splits) {
    static final int TAIL = 7;
    /** For a weekly payer this covers more than the five years of a whole series. */
    static final int PAYOUTS = 300;

    private static final int DAYS_OF_NEW_SYMBOLS = 5 * 365;
    private static final int DAYS_OF_DIVIDENDS = 90;
    private static final int DAYS_OF_CORRECTIONS = 35;
    static final int LONGEST_PAUSE = 400;

    @Nullable LocalDate lastPrice() {
        return tail.isEmpty() ? null : tail.getLast().date();
    }

    /** What its prices are held against. */
    KnownPrices known() {
        return new KnownPrices(ticker, tail, priceSource);
    }

    /**
     * When dividends were asked for.
     *
     * @param asked whether they ever were, of a symbol whose stored prices this program has read
     * @param read the day of the last success; null without one
     */
    record EventsRead(boolean asked, @Nullable LocalDate read) {}

    /**
     * The first day of prices to read: five stored sessions before the newest, the first recent one that is not whole, or
     * five years back for a new symbol.
     */
    LocalDate pricesFrom(LocalDate marketDay) {
        if (tail.isEmpty()) {
            return marketDay.minusDays(DAYS_OF_NEW_SYMBOLS);
        }
        LocalDate overlap = tail.get(tail.size() < TAIL ? 0 : 1).date();
        return bare == null ? overlap : min(bare, overlap);
    }

    /**
     * The first day of dividends and splits to read: some weeks before the last reading, for late announcements and
     * corrections. What another program has stored says how far it had come; then 90 days before the newest ex-date, or
     * before the newest price of a symbol that pays nothing (any more).
     */
    LocalDate eventsFrom(LocalDate marketDay) {
        if (events.read() != null) {
            return min(events.read(), marketDay).minusDays(DAYS_OF_CORRECTIONS);
        }
        LocalDate lastPrice = lastPrice();
        if (lastPrice == null || events.asked()) {
            return lastDividend == null
                    ? marketDay.minusDays(DAYS_OF_NEW_SYMBOLS)
                    : min(lastDividend, marketDay).minusDays(DAYS_OF_DIVIDENDS);
        }
        LocalDate known = lastDividend != null && lastDividend.isAfter(lastPrice.minusDays(LONGEST_PAUSE))
                ? lastDividend
                : lastPrice;
        return min(known, marketDay).minusDays(DAYS_OF_DIVIDENDS);
    }

    /**
     * Whether a split was found that belongs to stored days but is not stored: its day may lie before the overlap, and
     * then all older rows are out of date without any difference in it.
     */
    boolean lacksAnyOf(List<Split> found) {
        LocalDate newest = lastPrice();
        if (newest == null || firstPrice == null) {
            return false;
        }
        Set<LocalDate> known = splits.stream().map(Split::date).collect(Collectors.toSet());
        return found.stream()
                .map(Split::date)
                .anyMatch(day -> !known.contains(day) && day.isAfter(firstPrice) && !day.isAfter(newest));
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
