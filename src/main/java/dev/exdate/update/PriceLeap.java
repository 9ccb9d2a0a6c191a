package dev.exdate.update;

import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day on which even the nearest price is thirty times the previous close, or a thirtieth of it. Real news does not
 * move the open that far.
 *
 * @param before the previous close
 */
record PriceLeap(PriceBar bar, BigDecimal before) {
    private static final BigDecimal FAR = BigDecimal.valueOf(30);
    /** Below a cent, a single tick is that much. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final int DAYS_AROUND_SPLIT = 7;

    /** Among the bars newer than the stored ones. */
    static Optional<PriceLeap> first(StoredBar stored, TreeMap<LocalDate, PriceBar> bars, List<Split> splits) {
        LocalDate day = stored.date();
        PriceBar read = bars.get(day);
        // A split moves the stored close too, so it is not compared.
        BigDecimal before = read == null || is(read, stored.close()) ? stored.close() : read.close();
        for (PriceBar bar : bars.tailMap(day, false).values()) {
            LocalDate earlier = day;
            boolean split = splits.stream()
                    .anyMatch(one -> !one.date().isBefore(earlier.minusDays(DAYS_AROUND_SPLIT))
                            && !one.date().isAfter(bar.date().plusDays(DAYS_AROUND_SPLIT)));
            if (!split && is(bar, before)) {
                return Optional.of(new PriceLeap(bar, before));
            }
            day = bar.date();
            before = bar.close();
        }
        return Optional.empty();
    }

    /** Whether the bar lies that far from a close. */
    static boolean is(PriceBar bar, BigDecimal close) {
        BigDecimal low = least(bar.close(), bar.open(), bar.low());
        BigDecimal high = most(bar.close(), bar.open(), bar.high());
        boolean up = close.compareTo(CENT) >= 0 && low.compareTo(close.multiply(FAR)) >= 0;
        boolean down = high.compareTo(CENT) >= 0 && close.compareTo(high.multiply(FAR)) >= 0;
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
