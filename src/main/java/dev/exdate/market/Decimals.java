package dev.exdate.market;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column of exact decimal numbers, some of them absent. Each keeps its own number of decimals. Nearly all fit into a
 * {@code long}; those that don't are kept as they are.
 */
public final class Decimals {
    private static final byte ABSENT = -1;
    private static final byte LARGE = -2;
    private static final int MOST_DECIMALS = 100;
    private static final int DECIMALS_OF_NOISE = 8;
    private static final long SHORTEST_NOISE = 100_000_000_000L;

    private final long[] unscaled;
    private final byte[] scales;
    private final @Nullable BigDecimal @Nullable [] large;

    private Decimals(long[] unscaled, byte[] scales, @Nullable BigDecimal @Nullable [] large) {
        this.unscaled = unscaled;
        this.scales = scales;
        this.large = large;
    }

    public int size() {
        return scales.length;
    }

    public boolean isAbsent(int i) {
        return scales[i] == ABSENT;
    }

    /** Whether {@link #unscaled} and {@link #scale} tell the number. */
    public boolean isSmall(int i) {
        return scales[i] >= 0;
    }

    public long unscaled(int i) {
        return unscaled[i];
    }

    public int scale(int i) {
        return scales[i];
    }

    /** Of a number that is not absent. */
    public int signum(int i) {
        BigDecimal number = isSmall(i) ? null : get(i);
        return number == null ? Long.signum(unscaled[i]) : number.signum();
    }

    /** The number with its own digits; null if it is absent. */
    public @Nullable BigDecimal get(int i) {
        return switch (scales[i]) {
            case ABSENT -> null;
            case LARGE -> large == null ? null : large[i];
            default -> BigDecimal.valueOf(unscaled[i], scales[i]);
        };
    }

    /**
     * The digits of a number above zero with so many decimals, at least its own; below zero if that does not fit into a
     * {@code long}, or if there is no such number.
     */
    public long aligned(int i, int scale) {
        int more = scale - scales[i];
        if (!isSmall(i)
                || unscaled[i] <= 0
                || more >= PowersOfTen.COUNT
                || unscaled[i] > Long.MAX_VALUE / PowersOfTen.of(more)) {
            return -1;
        }
        return unscaled[i] * PowersOfTen.of(more);
    }

    /** Whether each of two numbers is certainly below so many times the other. False proves nothing. */
    public boolean areNear(int i, int j, int times) {
        int scale = Math.max(scales[i], scales[j]);
        long one = aligned(i, scale);
        long other = aligned(j, scale);
        return one > 0 && other > 0 && one / times < other && other / times < one;
    }

    /** Compares by value with a number of the same or another column. Neither may be absent. */
    public int compare(int i, Decimals other, int j) {
        if (isSmall(i) && scales[i] == other.scales[j]) {
            return Long.compare(unscaled[i], other.unscaled[j]);
        }
        int scale = Math.max(scales[i], other.scales[j]);
        long aligned = aligned(i, scale);
        long otherAligned = other.aligned(j, scale);
        if (aligned > 0 && otherAligned > 0) {
            return Long.compare(aligned, otherAligned);
        }
        BigDecimal one = get(i);
        BigDecimal another = other.get(j);
        if (one == null || another == null) {
            throw new IllegalArgumentException("an absent number has no order");
        }
        return one.compareTo(another);
    }

    /**
     * A number that a four-byte float stands for gets the fewest digits that stand for the same float:
     * 47.47999954223633 is 47.48.
     */
    Decimals withoutNoise() {
        if (!IntStream.range(0, size()).anyMatch(this::mayBeNoise)) {
            return this;
        }
        Builder fewest = new Builder(size());
        for (int i = 0; i < size(); i++) {
            BigDecimal number = get(i);
            fewest.add(number != null && mayBeNoise(i) ? fewestDigits(number) : number);
        }
        return fewest.build();
    }

    private boolean mayBeNoise(int i) {
        return scales[i] >= DECIMALS_OF_NOISE && Math.abs(unscaled[i]) >= SHORTEST_NOISE;
    }

    private static BigDecimal fewestDigits(BigDecimal number) {
        float single = number.floatValue();
        boolean noise = number.compareTo(new BigDecimal(Double.toString(single))) == 0;
        return noise ? new BigDecimal(Float.toString(single)) : number;
    }

    /** These numbers only, in this order. */
    Decimals select(int[] indexes) {
        long[] numbers = new long[indexes.length];
        byte[] decimals = new byte[indexes.length];
        @Nullable BigDecimal[] others = large == null ? null : new BigDecimal[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            int from = indexes[i];
            boolean some = from < scales.length;
            numbers[i] = some ? unscaled[from] : 0;
            decimals[i] = some ? scales[from] : ABSENT;
            if (others != null && large != null && some) {
                others[i] = large[from];
            }
        }
        return new Decimals(numbers, decimals, others);
    }

    /** Collects a column number by number. */
    public static final class Builder {
        private long[] unscaled;
        private byte[] scales;
        private @Nullable BigDecimal @Nullable [] large;
        private int size;

        /** @param expected how many numbers will probably come */
        public Builder(int expected) {
            unscaled = new long[Math.max(8, expected)];
            scales = new byte[unscaled.length];
        }

        public int size() {
            return size;
        }

        public void addAbsent() {
            add(0, ABSENT);
        }

        public void add(@Nullable BigDecimal number) {
            if (number == null) {
                addAbsent();
            } else if (number.getClass() == BigDecimal.class
                    && number.scale() >= 0
                    && number.scale() <= MOST_DECIMALS
                    && number.unscaledValue().bitLength() < Long.SIZE) {
                add(number.unscaledValue().longValue(), number.scale());
            } else {
                add(0, LARGE);
                BigDecimal[] all = large == null ? new BigDecimal[scales.length] : large;
                all[size - 1] = number;
                large = all;
            }
        }

        /** @param scale the number of decimals, from 0 to 100 */
        public void add(long number, int scale) {
            if (size == scales.length) {
                unscaled = Arrays.copyOf(unscaled, size * 2);
                scales = Arrays.copyOf(scales, size * 2);
                large = large == null ? null : Arrays.copyOf(large, size * 2);
            }
            unscaled[size] = number;
            scales[size++] = (byte) scale;
        }

        public Decimals build() {
            return size == scales.length
                    ? new Decimals(unscaled, scales, large)
                    : new Decimals(
                            Arrays.copyOf(unscaled, size),
                            Arrays.copyOf(scales, size),
                            large == null ? null : Arrays.copyOf(large, size));
        }
    }
}
