package dev.exdate.market;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's bars in columns, by date, one a day. Years of days are read, checked and written number by number; a bar
 * becomes an object only for who looks at a single one. Immutable.
 */
public final class PriceBars extends AbstractList<PriceBar> implements RandomAccess {
    public static final PriceBars NONE = of(List.of());

    private final int[] days;
    private final Prices prices;

    /**
     * The columns.
     *
     * @param close none is absent
     */
    public record Prices(
            Decimals open, Decimals high, Decimals low, Decimals close, Decimals adjClose, Decimals volume) {
        private boolean haveSize(int size) {
            return open.size() == size
                    && high.size() == size
                    && low.size() == size
                    && close.size() == size
                    && adjClose.size() == size
                    && volume.size() == size;
        }

        private Prices select(int[] indexes) {
            return new Prices(
                    open.select(indexes),
                    high.select(indexes),
                    low.select(indexes),
                    close.select(indexes),
                    adjClose.select(indexes),
                    volume.select(indexes));
        }
    }

    private PriceBars(int[] days, Prices prices) {
        this.days = days;
        this.prices = prices;
    }

    /**
     * Columns in the order of a source. A day without a close was a halt or is still running; of two bars of one day the
     * later is the closing one.
     *
     * @param days since 1970; looked at only where there is a close
     * @param prices the columns, which may be shorter than the days
     */
    public static PriceBars of(int[] days, Prices prices) {
        int[] indexes = new int[days.length];
        int size = 0;
        for (int i = 0; i < Math.min(days.length, prices.close().size()); i++) {
            if (!prices.close().isAbsent(i)) {
                if (size > 0 && days[i] <= days[indexes[size - 1]]) {
                    return sorted(days, prices);
                }
                indexes[size++] = i;
            }
        }
        return selected(days, prices, Arrays.copyOf(indexes, size));
    }

    private static PriceBars sorted(int[] days, Prices prices) {
        TreeMap<Integer, Integer> byDay = new TreeMap<>();
        for (int i = 0; i < Math.min(days.length, prices.close().size()); i++) {
            if (!prices.close().isAbsent(i)) {
                byDay.put(days[i], i);
            }
        }
        return selected(
                days,
                prices,
                byDay.values().stream().mapToInt(Integer::intValue).toArray());
    }

    private static PriceBars selected(int[] days, Prices prices, int[] indexes) {
        int[] selected = new int[indexes.length];
        boolean same = indexes.length == days.length && prices.haveSize(days.length);
        for (int i = 0; i < indexes.length; i++) {
            selected[i] = days[indexes[i]];
            same &= indexes[i] == i;
        }
        return new PriceBars(selected, same ? prices : prices.select(indexes));
    }

    /** Bars in any order, of which the last one of a day counts. */
    public static PriceBars of(Collection<PriceBar> bars) {
        if (bars instanceof PriceBars columns) {
            return columns;
        }
        int[] days = new int[bars.size()];
        List<Decimals.Builder> columns = IntStream.range(0, 6)
                .mapToObj(i -> new Decimals.Builder(bars.size()))
                .toList();
        int i = 0;
        for (PriceBar bar : bars) {
            days[i++] = (int) bar.date().toEpochDay();
            columns.get(0).add(bar.open());
            columns.get(1).add(bar.high());
            columns.get(2).add(bar.low());
            columns.get(3).add(bar.close());
            columns.get(4).add(bar.adjClose());
            columns.get(5).add(bar.volume());
        }
        List<Decimals> built = columns.stream().map(Decimals.Builder::build).toList();
        return of(days, new Prices(built.get(0), built.get(1), built.get(2), built.get(3), built.get(4), built.get(5)));
    }

    @Override
    public int size() {
        return days.length;
    }

    @Override
    public PriceBar get(int i) {
        return new PriceBar(
                date(i),
                prices.open().get(i),
                prices.high().get(i),
                prices.low().get(i),
                Objects.requireNonNull(prices.close().get(i)),
                prices.adjClose().get(i),
                prices.volume().get(i));
    }

    /** Days since 1970. */
    public int day(int i) {
        return days[i];
    }

    public LocalDate date(int i) {
        return LocalDate.ofEpochDay(days[i]);
    }

    public Prices prices() {
        return prices;
    }

    /** The same bars with other adjusted closes, one a bar. */
    public PriceBars adjusted(Decimals adjClose) {
        return new PriceBars(
                days,
                new Prices(prices.open(), prices.high(), prices.low(), prices.close(), adjClose, prices.volume()));
    }

    /** Prices without the digits that a binary float has added. */
    public PriceBars withoutNoise() {
        return new PriceBars(
                days,
                new Prices(
                        prices.open().withoutNoise(),
                        prices.high().withoutNoise(),
                        prices.low().withoutNoise(),
                        prices.close().withoutNoise(),
                        prices.adjClose(),
                        prices.volume()));
    }

    /** The bar of a day, null if there is none. */
    public @Nullable PriceBar on(LocalDate day) {
        int at = Arrays.binarySearch(days, (int) day.toEpochDay());
        return at < 0 ? null : get(at);
    }

    /** Those of the day and later ones. */
    public PriceBars from(LocalDate day) {
        return between(first(day), days.length);
    }

    /** Those before the day and of it. */
    public PriceBars until(LocalDate day) {
        return between(0, first(day.plusDays(1)));
    }

    /** The index of the first bar of the day or a later one; their number if there is none. */
    public int first(LocalDate day) {
        int at = Arrays.binarySearch(days, (int) day.toEpochDay());
        return at < 0 ? -at - 1 : at;
    }

    private PriceBars between(int from, int to) {
        return from == 0 && to == days.length
                ? this
                : selected(days, prices, IntStream.range(from, to).toArray());
    }

    /** Those whose index passes. */
    public PriceBars keep(IntPredicate passes) {
        int[] indexes = IntStream.range(0, days.length).filter(passes).toArray();
        return indexes.length == days.length ? this : selected(days, prices, indexes);
    }
}
