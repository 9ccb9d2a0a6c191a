package dev.exdate.task;

import java.util.Locale;

/** The kinds of units. */
public enum UnitKind {
    SYMBOL,
    PAGE,
    DAY,
    /** Several days that are read together: {@code 2026-11-10..2027-01-19}. */
    WINDOW,
    /** A task that failed as a whole. */
    TASK;

    /** As in {@code exdate.failed_unit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text */
    public static UnitKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
