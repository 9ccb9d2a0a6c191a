package dev.exdate.task;

import java.util.Locale;

/** What a task asks for at once, by its kind. */
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

    /** @throws IllegalArgumentException for a text that is none */
    public static UnitKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
