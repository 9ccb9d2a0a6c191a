package dev.exdate.guard;

import dev.exdate.market.PriceBar;
import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Decides which bars are impossible, by themselves or next to their neighbours. */
public record BarRule(Limits.Prices limits) {
    /**
     * No close above zero, a low above or a high below open or close, a weekend day. A volume of zero is a day without a
     * trade; a missing price is no contradiction.
     */
    public boolean isPossible(PriceBar bar) {
        return bar.close().signum() > 0
                && !TradingCalendar.isWeekend(bar.date())
                && notAbove(bar.low(), bar.close())
                && notAbove(bar.low(), bar.open())
                && notAbove(bar.low(), bar.high())
                && notAbove(bar.close(), bar.high())
                && notAbove(bar.open(), bar.high())
                && notAbove(BigDecimal.ZERO, bar.volume());
    }

    /** Days far from both their neighbours, which agree: they are errors. */
    public List<LocalDate> spikes(NavigableMap<LocalDate, PriceBar> days) {
        LeapRule leaps = new LeapRule(limits.leaps());
        List<PriceBar> bars = List.copyOf(days.values());
        return java.util.stream.IntStream.range(1, Math.max(1, bars.size() - 1))
                .filter(i -> {
                    BigDecimal before = bars.get(i - 1).close();
                    BigDecimal after = bars.get(i + 1).close();
                    return !isJump(before, after)
                            && leaps.isLeap(bars.get(i), before)
                            && leaps.isLeap(bars.get(i), after);
                })
                .mapToObj(i -> bars.get(i).date())
                .toList();
    }

    /** Whether two closes lie far from each other: logged, but accepted. */
    public boolean isJump(BigDecimal previous, BigDecimal close) {
        return close.compareTo(previous.multiply(limits.jumpFactor())) > 0
                || previous.compareTo(close.multiply(limits.jumpFactor())) > 0;
    }

    private static boolean notAbove(@Nullable BigDecimal lower, @Nullable BigDecimal higher) {
        return lower == null || higher == null || lower.compareTo(higher) <= 0;
    }
}
