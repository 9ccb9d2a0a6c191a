package dev.exdate.guard;

import dev.exdate.market.Decimals;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import java.math.BigDecimal;

/** Decides which bars are impossible, by themselves or next to their neighbours. */
public record BarRule(Limits.Prices limits) {
    private static final int THURSDAY = 3;
    private static final int SATURDAY = 5;
    private static final int DAYS_OF_WEEK = 7;

    /**
     * No close above zero, a low above or a high below open or close, a weekend day. A volume of zero is a day without a
     * trade; a missing price is no contradiction.
     */
    public boolean isPossible(PriceBars bars, int i) {
        PriceBars.Prices prices = bars.prices();
        Decimals volume = prices.volume();
        return prices.close().signum(i) > 0
                && !isWeekend(bars.day(i))
                && notAbove(prices.low(), prices.close(), i)
                && notAbove(prices.low(), prices.open(), i)
                && notAbove(prices.low(), prices.high(), i)
                && notAbove(prices.close(), prices.high(), i)
                && notAbove(prices.open(), prices.high(), i)
                && (volume.isAbsent(i) || volume.signum(i) >= 0);
    }

    /** Whether a day lies far from both its neighbours, which agree: it is an error. */
    public boolean isSpike(PriceBars bars, int i) {
        if (i == 0 || i == bars.size() - 1 || isNear(bars, i, limits.leaps().factor())) {
            return false;
        }
        LeapRule leaps = new LeapRule(limits.leaps());
        PriceBar bar = bars.get(i);
        BigDecimal before = bars.get(i - 1).close();
        BigDecimal after = bars.get(i + 1).close();
        return !isJump(before, after) && leaps.isLeap(bar, before) && leaps.isLeap(bar, after);
    }

    /** Whether a close lies far from the one before: logged, but accepted. */
    public boolean isJump(PriceBars bars, int i) {
        return !isNear(bars, i, limits.jumpFactor())
                && isJump(bars.get(i - 1).close(), bars.get(i).close());
    }

    /** Nearly every close is, and only the others are worth a closer look. */
    private static boolean isNear(PriceBars bars, int i, BigDecimal factor) {
        return bars.prices().close().areNear(i - 1, i, factor.intValue());
    }

    /** Whether two closes lie far from each other: logged, but accepted. */
    public boolean isJump(BigDecimal previous, BigDecimal close) {
        return close.compareTo(previous.multiply(limits.jumpFactor())) > 0
                || previous.compareTo(close.multiply(limits.jumpFactor())) > 0;
    }

    /** 1970-01-01 was a Thursday. */
    private static boolean isWeekend(int day) {
        return Math.floorMod(day + THURSDAY, DAYS_OF_WEEK) >= SATURDAY;
    }

    private static boolean notAbove(Decimals lower, Decimals higher, int i) {
        return lower.isAbsent(i) || higher.isAbsent(i) || lower.compare(i, higher, i) <= 0;
    }
}
