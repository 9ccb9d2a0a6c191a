package dev.exdate.database;

/** The two lists of symbols that are not asked for, as one. */
public final class Exclusions {
    /** Members of either list whose time to be looked at again has not come. */
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
