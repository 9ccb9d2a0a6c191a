package dev.exdate.truth;

import java.util.Locale;

/** Why a value is believed. */
public enum Reason {
    /** Nobody else says anything. */
    ONLY_ONE,
    /** All who say anything mean the same. */
    ALL_AGREE,
    /** The price of the day fits this and not what a better authority says. */
    MARKET,
    /** Others differ; the best authority counts. */
    AUTHORITY,
    /** Equal authorities differ; more independent ones say this. */
    INDEPENDENT_SOURCES,
    /** Equal authorities, as many on either side; this was said last. */
    NEWEST;

    /** As the database has it: {@code all-agree}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
