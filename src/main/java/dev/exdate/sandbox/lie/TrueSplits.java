package dev.exdate.sandbox.lie;

import dev.exdate.market.TradingCalendar;
import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.StockSplit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The splits that a market has more when its sources disagree. Funds of one issuer split back on the same day. Prices and
 * amounts stay as they are after the last of them, so that those before it are in older shares.
 */
record TrueSplits(Disagreement disagreement, TradingCalendar calendar) {
    private static final int FIRST_YEAR = 2026;
    private static final int LAST_YEAR = 2030;
    /** Funds that pay out more than they earn split back often: one in ten a year, each quarter some. */
    private static final int FUNDS = 25_000;

    private static final List<int[]> RATIOS =
            List.of(new int[] {2, 1}, new int[] {4, 1}, new int[] {1, 10}, new int[] {3, 2}, new int[] {1, 20});

    /** The one of a listing, also if it is still to come; most have none. */
    List<StockSplit> of(Listing listing) {
        List<StockSplit> splits = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (listing.kind() == Listing.Kind.OPTION_FUND) {
                for (int month = 2; month <= 12; month += 3) {
                    if (disagreement.strikes(LieKind.SPLITS, FUNDS, listing.ticker(), year, month)) {
                        splits.add(split(
                                listing,
                                LocalDate.of(year, month, 1)
                                        .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.TUESDAY)),
                                new int[] {1, disagreement.roll(2, "back", listing.ticker(), year) == 0 ? 5 : 10}));
                    }
                }
            } else if (listing.kind() == Listing.Kind.SHARE
                    && disagreement.strikes(LieKind.SPLITS, LieKind.SPLITS.rate(), listing.ticker(), year)) {
                splits.add(split(
                        listing,
                        LocalDate.of(year, 1, 8).plusDays(disagreement.roll(350, "split day", listing.ticker(), year)),
                        RATIOS.get(disagreement.roll(RATIOS.size(), "ratio", listing.ticker(), year))));
            }
        }
        // A second one would make what was paid before it tiny, or huge.
        return splits.stream().limit(1).toList();
    }

    private StockSplit split(Listing listing, LocalDate day, int[] ratio) {
        return new StockSplit(
                listing.ticker(),
                calendar.isTradingDay(day) ? day : calendar.nextTradingDay(day),
                BigDecimal.valueOf(ratio[0]),
                BigDecimal.valueOf(ratio[1]));
    }

    /** What a number in shares after the last split is in those of a day. */
    static BigDecimal factor(List<StockSplit> splits, LocalDate day) {
        BigDecimal factor = BigDecimal.ONE;
        for (StockSplit split : splits) {
            if (split.date().isAfter(day)) {
                factor = factor.multiply(split.numerator()).divide(split.denominator(), MathContext.DECIMAL64);
            }
        }
        return factor;
    }

    static List<Bar> inSharesOf(List<Bar> bars, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? bars
                : bars.stream()
                        .map(bar -> new Bar(
                                bar.date(),
                                times(bar.open(), factor),
                                times(bar.high(), factor),
                                times(bar.low(), factor),
                                times(bar.close(), factor),
                                bar.adjClose(),
                                bar.volume()))
                        .toList();
    }

    private static BigDecimal times(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor).setScale(Math.max(4, price.scale()), RoundingMode.HALF_UP);
    }
}
