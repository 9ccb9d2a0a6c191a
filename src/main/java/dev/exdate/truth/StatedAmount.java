package dev.exdate.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An amount as exact as its source states it: a rounded number stands for everything that rounds to it.
 *
 * @param value USD per share, or another unit
 * @param halfUnit how far the exact amount may lie from it: half a unit of the last stated digit
 */
public record StatedAmount(BigDecimal value, BigDecimal halfUnit) {
    /** Nobody rounds to less than cents; numbers in JSON lose the zeros at their end. */
    private static final int FEWEST_DECIMALS = 2;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** A binary float that was calculated with has this many digits or more. */
    private static final int DIGITS_OF_NOISE = 12;

    private static final BigDecimal NOISE = new BigDecimal("1e-7");

    /** The number with its digits. */
    public static StatedAmount of(BigDecimal stated) {
        return of(stated, FEWEST_DECIMALS);
    }

    /** @param decimals at least so many are exact, because the source only drops zeros */
    public static StatedAmount of(BigDecimal stated, int decimals) {
        BigDecimal value = withoutNoise(stated);
        return new StatedAmount(value, HALF.movePointLeft(Math.max(value.scale(), decimals)));
    }

    /**
     * A source that divides by later splits rounds after it, and its error grows again.
     *
     * @param declared calculated from what is stated
     * @param stated for a share of later
     */
    public static StatedAmount adjustedBack(BigDecimal declared, BigDecimal stated) {
        StatedAmount amount = of(declared);
        if (stated.signum() == 0) {
            return amount;
        }
        StatedAmount exact = of(stated);
        BigDecimal error = exact.halfUnit.multiply(
                declared.divide(exact.value, MathContext.DECIMAL64).abs());
        return new StatedAmount(amount.value, amount.halfUnit.max(error));
    }

    /** 0.044199999999999996 is 0.0442: the number with the fewest digits that a float can stand for. */
    static BigDecimal withoutNoise(BigDecimal stated) {
        if (stated.precision() < DIGITS_OF_NOISE) {
            return stated;
        }
        return fewestDigits(stated, stated.abs().multiply(NOISE));
    }

    /** The number with the fewest decimals that is at most that far from it. */
    public static BigDecimal fewestDigits(BigDecimal exact, BigDecimal error) {
        for (int decimals = 0; decimals < exact.scale(); decimals++) {
            BigDecimal candidate = exact.setScale(decimals, RoundingMode.HALF_UP);
            if (candidate.subtract(exact).abs().compareTo(error) <= 0) {
                return candidate;
            }
        }
        return exact;
    }

    /** Whether one of them is the other, rounded; the coarser one says how far they may differ. */
    public boolean agreesWith(StatedAmount other) {
        return value.subtract(other.value).abs().compareTo(halfUnit.max(other.halfUnit)) <= 0;
    }

    /** What is multiplied has the error multiplied too. */
    public StatedAmount times(BigDecimal factor) {
        return new StatedAmount(
                value.multiply(factor, MathContext.DECIMAL128),
                halfUnit.multiply(factor.abs(), MathContext.DECIMAL128));
    }

    public StatedAmount plus(StatedAmount other) {
        return new StatedAmount(value.add(other.value), halfUnit.add(other.halfUnit));
    }
}
