package dev.exdate.sandbox.market;

import java.util.Locale;

/** What a payment is, in the database's words. */
public enum PayoutKind {
    REGULAR,
    SPECIAL,
    SHORT_TERM_GAIN,
    LONG_TERM_GAIN,
    RETURN_OF_CAPITAL,
    /** A declaration that nothing is paid. */
    ZERO;

    /** {@code short-term-gain}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isGain() {
        return this == SHORT_TERM_GAIN || this == LONG_TERM_GAIN;
    }
}
