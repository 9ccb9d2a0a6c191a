package dev.exdate.truth;

import java.util.Locale;

/** What can be stated about a payment. */
public enum Field {
    KIND,
    AMOUNT,
    RECORD_DATE,
    PAY_DATE,
    DECLARED_DATE,
    FREQUENCY;

    /** As findings have it: {@code pay-date}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
