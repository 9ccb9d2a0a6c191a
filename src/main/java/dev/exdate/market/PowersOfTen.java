package dev.exdate.market;

/** The powers of ten that fit into a {@code long}. */
public final class PowersOfTen {
    private static final long[] POWERS = {
        1L,
        10L,
        100L,
        1_000L,
        10_000L,
        100_000L,
        1_000_000L,
        10_000_000L,
        100_000_000L,
        1_000_000_000L,
        10_000_000_000L,
        100_000_000_000L,
        1_000_000_000_000L,
        10_000_000_000_000L,
        100_000_000_000_000L,
        1_000_000_000_000_000L,
        10_000_000_000_000_000L,
        100_000_000_000_000_000L,
        1_000_000_000_000_000_000L
    };

    /** Exponents below this have one. */
    public static final int COUNT = POWERS.length;

    private PowersOfTen() {}

    public static long of(int exponent) {
        return POWERS[exponent];
    }
}
