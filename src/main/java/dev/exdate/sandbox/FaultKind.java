package dev.exdate.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong with an answer. */
enum FaultKind {
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
    RATE_LIMIT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
