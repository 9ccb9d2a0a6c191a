package dev.exdate.update;

import dev.exdate.guard.BarRule;
import dev.exdate.guard.Limits;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
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
 * @param rows by date, at most one a day
 * @param rejected bars that {@link BarRule} finds impossible
 * @param jumps days whose close lies far from the one before, without a split
 */
record PriceSeries(List<PriceRow> rows, int rejected, List<LocalDate> jumps) {
    private static final BarRule RULE = new BarRule(Limits.USUAL.prices());
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
            if (RULE.isPossible(bar)) {
                days.put(bar.date(), bar);
            } else {
                rejected++;
            }
        }
        List<LocalDate> spikes = RULE.spikes(days);
        spikes.forEach(days::remove);
        rejected += spikes.size();
        List<PriceRow> rows = new ArrayList<>();
        List<LocalDate> jumps = new ArrayList<>();
        BigDecimal previous = days.isEmpty() ? null : closeBefore(days.firstKey(), before);
        for (PriceBar bar : days.values()) {
            if (previous != null
                    && RULE.isJump(previous, bar.close())
                    && splits.stream().noneMatch(split -> split.date().equals(bar.date()))) {
                jumps.add(bar.date());
            }
            rows.add(row(ticker, bar, previous, source));
            previous = bar.close();
        }
        return new PriceSeries(rows, rejected, jumps);
    }

    private static @Nullable BigDecimal closeBefore(LocalDate first, List<StoredBar> before) {
        return before.reversed().stream()
                .filter(bar -> bar.date().isBefore(first))
                .map(StoredBar::close)
                .findFirst()
                .orElse(null);
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
