package dev.exdate.guard;

import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** When even the nearest price of a day lies so far from the close before that no market has such a day. */
public record LeapRule(Limits.Leaps limits) {
    /**
     * A day that leaps.
     *
     * @param before the previous close
     */
    record Leap(PriceBar bar, BigDecimal before) {}

    /** All among the bars newer than the stored ones; what comes after is held against the last day that does not leap. */
    List<Leap> all(StoredBar stored, NavigableMap<LocalDate, PriceBar> bars, List<Split> splits) {
        LocalDate day = stored.date();
        PriceBar read = bars.get(day);
        // A split moves the stored close too, so it is not compared.
        BigDecimal before = read == null || isLeap(read, stored.close()) ? stored.close() : read.close();
        List<Leap> leaps = new ArrayList<>();
        for (PriceBar bar : bars.tailMap(day, false).values()) {
            LocalDate earlier = day;
            boolean split = splits.stream()
                    .anyMatch(one -> !one.date().isBefore(earlier.minusDays(limits.splitDays()))
                            && !one.date().isAfter(bar.date().plusDays(limits.splitDays())));
            if (!split && isLeap(bar, before)) {
                leaps.add(new Leap(bar, before));
            } else {
                day = bar.date();
                before = bar.close();
            }
        }
        return leaps;
    }

    /** Whether the bar lies that far from a close. */
    public boolean isLeap(PriceBar bar, BigDecimal close) {
        BigDecimal low = least(bar.close(), bar.open(), bar.low());
        BigDecimal high = most(bar.close(), bar.open(), bar.high());
        boolean up = close.compareTo(limits.smallest()) >= 0 && low.compareTo(close.multiply(limits.factor())) >= 0;
        boolean down = high.compareTo(limits.smallest()) >= 0 && close.compareTo(high.multiply(limits.factor())) >= 0;
        return close.signum() > 0 && (up || down);
    }

    private static BigDecimal least(BigDecimal price, @Nullable BigDecimal... others) {
        BigDecimal least = price;
        for (BigDecimal other : others) {
            least = other == null || other.signum() <= 0 ? least : least.min(other);
        }
        return least;
    }

    private static BigDecimal most(BigDecimal price, @Nullable BigDecimal... others) {
        BigDecimal most = price;
        for (BigDecimal other : others) {
            most = other == null ? most : most.max(other);
        }
        return most;
    }
}
