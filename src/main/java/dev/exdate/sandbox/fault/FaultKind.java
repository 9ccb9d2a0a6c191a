package dev.exdate.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of simulated faults. */
public enum FaultKind {
    /** Another status, with the source's usual body for it. */
    STATUS,
    /** The answer comes later. */
    DELAY,
    /** No answer: the connection stays open, for ever or for a time. */
    HANG,
    /** The connection is closed without any byte. */
    RESET,
    /** Half the body: the connection breaks, or with {@code quiet} the stated length matches the half. */
    CUT,
    /** A bot-check page of no known guard, with status 200. */
    HTML,
    /** A bot wall that a browser passes, with status 403 or another. */
    WALL,
    /** The bytes have another charset than the header says. */
    CHARSET,
    /** Columns and fields have other names. */
    LAYOUT,
    /** Status 429 (or the source's equivalent), with {@code Retry-After} if seconds are given. */
    RATE_LIMIT,
    /** The answer of the previous trading day. */
    YESTERDAY,
    /** The source's own answer for "nothing there". */
    EMPTY,
    /** Every other symbol, and every other row of a symbol. */
    HALF,
    /** All prices times 100, or another factor. */
    PRICES,
    /** All distributions times 100, or another factor. */
    AMOUNTS,
    /** Only the first half of the rows, in a complete document with an unchanged stated count. */
    SHORT;

    /** Whether the source itself answers, but from a false market. */
    public boolean ofAnotherMarket() {
        return switch (this) {
            case YESTERDAY, EMPTY, HALF, PRICES, AMOUNTS -> true;
            default -> false;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
