package dev.exdate.sandbox.market;

import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/** The splits of a made-up share; one share in fifty has one or two. They do not depend on the market's current day. */
final class SplitHistory {
    private static final List<int[]> RATIOS =
            List.of(new int[] {2, 1}, new int[] {4, 1}, new int[] {1, 10}, new int[] {3, 2}, new int[] {5, 1});
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);
    private static final int SPAN = 1500;

    private final TradingCalendar calendar;
    private final long seed;

    SplitHistory(TradingCalendar calendar, long seed) {
        this.calendar = calendar;
        this.seed = seed;
    }

    /** Up to {@code until}, by date. */
    List<StockSplit> of(Listing listing, LocalDate until) {
        if (listing.kind() != Listing.Kind.SHARE || !Chance.oneIn(30, "splits", seed, listing.ticker())) {
            return List.of();
        }
        LocalDate first = FIRST.plusDays(Chance.of(SPAN, "split day", seed, listing.ticker()));
        int[] ratio = RATIOS.get(Chance.of(RATIOS.size(), "split ratio", seed, listing.ticker()));
        StockSplit split = split(listing, first, ratio);
        StockSplit second = split(listing, first.plusDays(400), new int[] {2, 1});
        boolean twice = Chance.oneIn(4, "second split", seed, listing.ticker());
        return (twice ? List.of(split, second) : List.of(split))
                .stream().filter(one -> !one.date().isAfter(until)).toList();
    }

    private StockSplit split(Listing listing, LocalDate day, int[] ratio) {
        return new StockSplit(
                listing.ticker(),
                calendar.nextTradingDay(day),
                BigDecimal.valueOf(ratio[0]),
                BigDecimal.valueOf(ratio[1]));
    }

    /** The combined ratio of these splits, new shares for one old share. */
    static BigDecimal ratio(List<StockSplit> splits) {
        BigDecimal numerator = BigDecimal.ONE;
        BigDecimal denominator = BigDecimal.ONE;
        for (StockSplit split : splits) {
            numerator = numerator.multiply(split.numerator());
            denominator = denominator.multiply(split.denominator());
        }
        return numerator.divide(denominator, MathContext.DECIMAL128);
    }
}
