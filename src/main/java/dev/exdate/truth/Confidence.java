package dev.exdate.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * How likely a value is right when independent sources of known error rates speak for and against it: each one for it
 * multiplies the odds by (1 - e) / e, each one against it divides them.
 */
final class Confidence {
    private static final int DECIMALS = 4;
    private static final MathContext CONTEXT = MathContext.DECIMAL64;

    private Confidence() {}

    /**
     * Between 0 and 1. Sources of one family are given once, with the best authority of it.
     *
     * @param likelier how much better a witness's word fits the value than anything else
     */
    static BigDecimal of(Collection<Authority> in, Collection<Authority> against, BigDecimal likelier) {
        BigDecimal right =
                product(in, false).multiply(product(against, true), CONTEXT).multiply(likelier, CONTEXT);
        BigDecimal wrong = product(in, true).multiply(product(against, false), CONTEXT);
        return right.divide(right.add(wrong), DECIMALS, RoundingMode.HALF_DOWN);
    }

    private static BigDecimal product(Collection<Authority> all, boolean wrong) {
        BigDecimal product = BigDecimal.ONE;
        for (Authority one : all) {
            product = product.multiply(wrong ? one.wrong() : BigDecimal.ONE.subtract(one.wrong()), CONTEXT);
        }
        return product;
    }
}
