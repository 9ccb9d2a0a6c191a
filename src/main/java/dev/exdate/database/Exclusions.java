package dev.exdate.database;

/** The union of the two lists of excluded symbols. */
public final class Exclusions {
    /** Symbols on either list that are not due to be checked again. */
    public static final String IN_FORCE = """
            (select symbol from raw_stocks_excluded
             where coalesce(retry_after, case when auto_excluded then excluded_at + interval '30 days'
                                              else 'infinity' end) > now()
             union
             select symbol from raw_excluded_symbols
             where coalesce(retry_after, case when auto_excluded then excluded_at + interval '30 days'
                                              else 'infinity' end) > now())
            """;

    private Exclusions() {}
}
