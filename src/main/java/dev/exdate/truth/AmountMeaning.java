package dev.exdate.truth;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** How two amounts of one payment relate; only {@link #CONFLICT} needs a decision. */
public enum AmountMeaning {
    /** The same number. */
    EQUAL,
    /** One is the other with fewer digits. */
    ROUNDED,
    /** One of them belongs to the shares before a split, the other to those after it. */
    SPLIT,
    /** Cents and dollars. */
    HUNDREDFOLD,
    /** Before and after a foreign withholding tax. */
    NET,
    /** They differ. */
    CONFLICT;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<BigDecimal> AFTER_TAX =
            Stream.of("0.70", "0.73625", "0.75", "0.85").map(BigDecimal::new).toList();

    /**
     * What may lie between two amounts of a payment.
     *
     * @param splitFactors new shares for an old one, of the splits near the payment and of all of them together
     * @param foreign whether its country may keep a tax
     */
    public record Terms(List<BigDecimal> splitFactors, boolean foreign) {
        public static final Terms NONE = new Terms(List.of(), false);

        public Terms {
            splitFactors = List.copyOf(splitFactors);
        }
    }

    public static AmountMeaning of(StatedAmount one, StatedAmount other, Terms terms) {
        if (one.value().compareTo(other.value()) == 0) {
            return EQUAL;
        }
        if (one.agreesWith(other)) {
            return ROUNDED;
        }
        if (terms.splitFactors().stream().anyMatch(factor -> isMultiple(one, other, factor))) {
            return SPLIT;
        }
        if (isMultiple(one, other, HUNDRED)) {
            return HUNDREDFOLD;
        }
        return terms.foreign() && AFTER_TAX.stream().anyMatch(share -> isMultiple(one, other, share)) ? NET : CONFLICT;
    }

    /** Whether they are one payment's amount. */
    public boolean isSame() {
        return this != CONFLICT;
    }

    /** Whether they are one number, apart from rounding. */
    boolean isSameNumber() {
        return this == EQUAL || this == ROUNDED;
    }

    private static boolean isMultiple(StatedAmount one, StatedAmount other, BigDecimal factor) {
        return one.times(factor).agreesWith(other) || other.times(factor).agreesWith(one);
    }
}
