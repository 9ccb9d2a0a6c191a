package dev.exdate.format;

import java.util.Locale;

/** Why an answer has neither rows nor certainty. */
public enum Failure {
    /** Too many requests, or a used-up quota: waiting helps. */
    RATE_LIMITED,
    /** The source does not know the address or symbol (HTTP 404); this does not prove that it does not exist. */
    NOT_FOUND,
    /** The key is missing or wrong. */
    UNAUTHORIZED,
    /** The key's plan does not cover this. */
    PLAN,
    /** Server error, time-out, reset, "try again later": waiting helps. */
    UNAVAILABLE,
    /** Not the expected kind of document, or incomplete. */
    MALFORMED,
    /** The right kind of document, but without required headers or fields. */
    LAYOUT_CHANGED,
    /** It is about another symbol than the one asked for, or in another currency. */
    OTHER_SYMBOL,
    /** It contradicts the stored data in a way that only a mistake does. */
    IMPLAUSIBLE;

    /** Whether a retry may help. */
    public boolean heals() {
        return this == RATE_LIMITED || this == UNAVAILABLE;
    }

    /** The name people script against: {@code rate-limited}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
