package dev.exdate.update;

import dev.exdate.guard.BarRule;
import dev.exdate.guard.Limits;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.AdjustedCloses;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A source's bars of a symbol, checked.
 *
 * @param before the stored close before the first bar; null if there is none
 * @param rejected bars that {@link BarRule} finds impossible
 * @param jumps days whose close lies far from the one before, without a split
 */
record PriceSeries(
        Ticker ticker,
        String source,
        PriceBars bars,
        @Nullable BigDecimal before,
        int rejected,
        List<LocalDate> jumps) {
    private static final BarRule RULE = new BarRule(Limits.USUAL.prices());

    /**
     * @param stored bars, oldest first; the change of the first bar is from the bar before it
     * @param until bars of later days are not final and are ignored
     */
    static PriceSeries of(
            Ticker ticker, PriceBars read, List<Split> splits, List<StoredBar> stored, LocalDate until, String source) {
        PriceBars known = read.until(until);
        PriceBars possible = known.keep(i -> RULE.isPossible(known, i));
        PriceBars bars = possible.keep(i -> !RULE.isSpike(possible, i));
        BigDecimal before = bars.isEmpty() ? null : closeBefore(bars.date(0), stored);
        List<LocalDate> jumps = IntStream.range(0, bars.size())
                .filter(i -> i > 0
                        ? RULE.isJump(bars, i)
                        : before != null && RULE.isJump(before, bars.get(0).close()))
                .mapToObj(bars::date)
                .filter(day -> splits.stream().noneMatch(split -> split.date().equals(day)))
                .toList();
        return new PriceSeries(ticker, source, bars, before, known.size() - bars.size(), jumps);
    }

    /** With adjusted closes computed from what was paid; the source's own may be wrong without any bound. */
    PriceSeries adjusted(Map<LocalDate, BigDecimal> paid) {
        return new PriceSeries(ticker, source, bars.adjusted(AdjustedCloses.of(bars, paid)), before, rejected, jumps);
    }

    private static @Nullable BigDecimal closeBefore(LocalDate first, List<StoredBar> stored) {
        return stored.reversed().stream()
                .filter(bar -> bar.date().isBefore(first))
                .map(StoredBar::close)
                .findFirst()
                .orElse(null);
    }
}
