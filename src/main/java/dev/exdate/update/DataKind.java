package dev.exdate.update;

import java.util.Locale;

/** What is fresh or due by itself. */
public enum DataKind {
    PRICES,
    DIVIDENDS,
    SPLITS,
    COMPANY;

    /** As in {@code exdate.freshness}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DataKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
