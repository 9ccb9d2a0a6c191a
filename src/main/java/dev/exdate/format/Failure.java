package dev.exdate.format;

import java.util.Locale;

/** Why an answer gives no rows and no certainty either. */
public enum Failure {
    /** Too many requests, or a used-up quota: heals with waiting. */
    RATE_LIMITED,
    /** The address or the symbol is not known there (HTTP 404): no proof that it does not exist. */
    NOT_FOUND,
    /** The key is missing or wrong. */
    UNAUTHORIZED,
    /** The key's plan does not cover this. */
    PLAN,
    /** Server error, time-out, reset, "try again later": heals with waiting. */
    UNAVAILABLE,
    /** Not the promised kind of document, or cut off. */
    MALFORMED,
    /** The right kind of document without the headers or fields it must have. */
    LAYOUT_CHANGED,
    /** It contradicts what is stored in a way that only a mistake does. */
    IMPLAUSIBLE;

    /** Whether asking again may help. */
    public boolean heals() {
        return this == RATE_LIMITED || this == UNAVAILABLE;
    }

    /** The name people script against: {@code rate-limited}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
