package dev.exdate.source.yahoo;

import dev.exdate.market.Split;
import dev.exdate.truth.StatedAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/**
 * Brings a dividend as Yahoo's chart states it (divided by all splits since its ex-date, rounded to six decimals, zeros
 * at the end dropped; binary floats now and then with a longer tail) back to the amount that was declared: the decimal
 * with the fewest digits among those that would be stated like this. 0.094643 before 7:1 and 4:1 was declared as 2.65.
 */
public final class DeclaredAmount {
    private static final int STATED_DECIMALS = 6;
    private static final BigDecimal FLOAT_NOISE = new BigDecimal("1e-7");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final List<Split> splits;

    /** @param splits of the symbol, all since the oldest ex-date that will be asked for */
    public DeclaredAmount(List<Split> splits) {
        this.splits = splits;
    }

    /** The declared amount; without a split after the ex-date, the stated number digit for digit. */
    public BigDecimal of(LocalDate exDate, BigDecimal stated) {
        BigDecimal numerator = BigDecimal.ONE;
        BigDecimal denominator = BigDecimal.ONE;
        for (Split split : splits) {
            if (split.date().isAfter(exDate)) {
                numerator = numerator.multiply(split.numerator());
                denominator = denominator.multiply(split.denominator());
            }
        }
        if (numerator.compareTo(denominator) == 0) {
            return stated;
        }
        BigDecimal factor = numerator.divide(denominator, MathContext.DECIMAL128);
        BigDecimal product = stated.multiply(numerator).divide(denominator, MathContext.DECIMAL128);
        return StatedAmount.fewestDigits(product, errorOf(stated).multiply(factor));
    }

    /** How far the stated number may be from the exact one. A short number has lost its final zeros. */
    private static BigDecimal errorOf(BigDecimal stated) {
        BigDecimal rounding = HALF.movePointLeft(Math.max(stated.scale(), STATED_DECIMALS));
        return rounding.max(stated.abs().multiply(FLOAT_NOISE));
    }
}
