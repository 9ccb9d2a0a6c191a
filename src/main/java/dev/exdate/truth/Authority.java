package dev.exdate.truth;

import java.math.BigDecimal;

/** Whose word it is, the best first. */
public enum Authority {
    /** A person has decided it. */
    PERSON("0.0001"),
    /** Who pays. */
    ISSUER("0.001"),
    /** A notice that the listing exchange writes about this payment. */
    EXCHANGE_NOTICE("0.002"),
    /** An exchange's list of all payments. */
    EXCHANGE_CALENDAR("0.01"),
    /** Who sells data. */
    DATA_PROVIDER("0.02"),
    /** Who collects what others say. */
    AGGREGATOR("0.05");

    private final BigDecimal wrong;

    Authority(String wrong) {
        this.wrong = new BigDecimal(wrong);
    }

    /** The share of its statements that are wrong, rounding aside; for planning, to be measured again. */
    public BigDecimal wrong() {
        return wrong;
    }

    boolean isBelow(Authority other) {
        return compareTo(other) > 0;
    }

    boolean isAbove(Authority other) {
        return compareTo(other) < 0;
    }
}
