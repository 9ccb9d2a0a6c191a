package dev.exdate.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong with an answer. */
public enum FaultKind {
    /** Another status, with the body the source gives it. */
    STATUS,
    /** The answer comes later. */
    DELAY,
    /** No answer at all: the connection stays open, without end or for a time. */
    HANG,
    /** The connection is closed without a byte. */
    RESET,
    /** Half the body: the connection breaks, or, told {@code quiet}, the length claims that it was all. */
    CUT,
    /** A bot wall's page with status 200. */
    HTML,
    /** The bytes are in another charset than the header says. */
    CHARSET,
    /** Columns and fields have other names. */
    LAYOUT,
    /** Status 429 (or what the source says instead), with {@code Retry-After} where seconds are given. */
    RATE_LIMIT,
    /** What the source said on the trading day before. */
    YESTERDAY,
    /** The source's own form of there being nothing. */
    EMPTY,
    /** Every other symbol, and of one symbol every other row. */
    HALF,
    /** All prices a hundred times as high, or what factor is told. */
    PRICES,
    /** All distributions a hundred times as high, or what factor is told. */
    AMOUNTS,
    /** Only the first half of the rows, in a document that is whole but for what says how many there should be. */
    SHORT;

    /** Whether the source says it in its own words, of a market that is not the true one. */
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
