package dev.exdate.sandbox.market;

import java.time.LocalDate;

/** The layout of a release's table at its time. */
public enum ReleaseLayout {
    /** Three date columns, {@code M/D/YY}, footnote digits behind tickers. */
    THREE_DATES(LocalDate.MIN),
    /** One column for ex-date and record date. */
    TWO_DATES(LocalDate.of(2024, 6, 1)),
    /** The same with {@code $} and {@code %} in separate cells. */
    LOOSE_SIGNS(LocalDate.of(2024, 8, 1)),
    /** With frequency and return of capital. */
    FREQUENCY(LocalDate.of(2024, 11, 1)),
    /** No date columns: two lines above the table have the dates. */
    GROUPS(LocalDate.of(2025, 10, 1));

    private final LocalDate since;

    ReleaseLayout(LocalDate since) {
        this.since = since;
    }

    public static ReleaseLayout of(LocalDate published) {
        ReleaseLayout found = THREE_DATES;
        for (ReleaseLayout layout : values()) {
            if (!published.isBefore(layout.since)) {
                found = layout;
            }
        }
        return found;
    }
}
