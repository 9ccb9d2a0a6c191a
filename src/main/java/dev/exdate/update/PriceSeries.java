package dev.exdate.update;

import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source's bars of a symbol, checked and converted to rows.
 *
 * @param rows by date, at most one per day
 * @param rejected impossible bars: no close above zero, a low above or a high below open or close, a weekend day, a
 *     single day at thirty times the price before and after or at a thirtieth of it
 * @param jumps days whose close is more than five times the previous one, or less than a fifth, without a split
 */
record PriceSeries(List<PriceRow> rows, int rejected, List<LocalDate> jumps) {
    private static final BigDecimal JUMP = BigDecimal.valueOf(5);
    private static final BigDecimal CENT = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 6;

    /**
     * @param before stored bars, oldest first; the change of the first bar is from the bar before it
     * @param until bars of later days are not final and are ignored
     */
    static PriceSeries of(
            Ticker ticker,
            Collection<PriceBar> bars,
            List<Split> splits,
            List<StoredBar> before,
            LocalDate until,
            String source) {
        TreeMap<LocalDate, PriceBar> days = new TreeMap<>();
        int rejected = 0;
        for (PriceBar bar : bars) {
            if (bar.date().isAfter(until)) {
                continue;
            }
            if (isPossible(bar)) {
                days.put(bar.date(), bar);
            } else {
                rejected++;
            }
        }
        rejected += leaveOutSpikes(days);
        List<PriceRow> rows = new ArrayList<>();
        List<LocalDate> jumps = new ArrayList<>();
        BigDecimal previous = days.isEmpty() ? null : closeBefore(days.firstKey(), before);
        for (PriceBar bar : days.values()) {
            if (previous != null
                    && isJump(previous, bar.close())
                    && splits.stream().noneMatch(split -> split.date().equals(bar.date()))) {
                jumps.add(bar.date());
            }
            rows.add(row(ticker, bar, previous, source));
            previous = bar.close();
        }
        return new PriceSeries(rows, rejected, jumps);
    }

    /** A single day far from both its neighbours, which agree, is an error. */
    private static int leaveOutSpikes(TreeMap<LocalDate, PriceBar> days) {
        List<PriceBar> bars = List.copyOf(days.values());
        int spikes = 0;
        for (int i = 1; i + 1 < bars.size(); i++) {
            PriceBar bar = bars.get(i);
            BigDecimal before = bars.get(i - 1).close();
            BigDecimal after = bars.get(i + 1).close();
            if (!isJump(before, after) && PriceLeap.is(bar, before) && PriceLeap.is(bar, after)) {
                days.remove(bar.date());
                spikes++;
            }
        }
        return spikes;
    }

    private static @Nullable BigDecimal closeBefore(LocalDate first, List<StoredBar> before) {
        return before.reversed().stream()
                .filter(bar -> bar.date().isBefore(first))
                .map(StoredBar::close)
                .findFirst()
                .orElse(null);
    }

    /** A volume of zero means a day without trades; a missing price is not a contradiction. */
    private static boolean isPossible(PriceBar bar) {
        return bar.close().signum() > 0
                && !TradingCalendar.isWeekend(bar.date())
                && notAbove(bar.low(), bar.close())
                && notAbove(bar.low(), bar.open())
                && notAbove(bar.low(), bar.high())
                && notAbove(bar.close(), bar.high())
                && notAbove(bar.open(), bar.high())
                && notAbove(BigDecimal.ZERO, bar.volume());
    }

    private static boolean notAbove(@Nullable BigDecimal lower, @Nullable BigDecimal higher) {
        return lower == null || higher == null || lower.compareTo(higher) <= 0;
    }

    private static boolean isJump(BigDecimal previous, BigDecimal close) {
        return close.compareTo(previous.multiply(JUMP)) > 0 || previous.compareTo(close.multiply(JUMP)) > 0;
    }

    private static PriceRow row(Ticker ticker, PriceBar bar, @Nullable BigDecimal previous, String source) {
        BigDecimal change = previous == null ? null : bar.close().subtract(previous);
        BigDecimal percent = previous == null || change == null || previous.signum() == 0
                ? null
                : change.multiply(CENT).divide(previous, PERCENT_DECIMALS, RoundingMode.HALF_UP);
        return new PriceRow(
                ticker,
                bar.date(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.adjClose(),
                bar.volume(),
                change,
                percent,
                source);
    }
}
