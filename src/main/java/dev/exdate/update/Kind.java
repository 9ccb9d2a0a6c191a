package dev.exdate.update;

import java.util.Locale;

/** What is fresh or due by itself. */
public enum Kind {
    PRICES,
    DIVIDENDS,
    SPLITS,
    COMPANY;

    /** As in {@code exdate.freshness}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
