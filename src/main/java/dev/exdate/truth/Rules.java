package dev.exdate.truth;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose word counts for what. {@code docs/truth.md} has the same table; a test compares the two. */
public final class Rules {
    private static final List<Standing> TABLE = List.of(
            new Standing("person", "person", Authority.PERSON, Set.of()),
            new Standing("yieldmax", "yieldmax", Authority.ISSUER, Set.of()),
            new Standing("globenewswire", "yieldmax", Authority.ISSUER, Set.of()),
            new Standing("cboe", "cboe", Authority.EXCHANGE_NOTICE, Set.of()),
            new Standing("nyse", "nyse", Authority.EXCHANGE_CALENDAR, Set.of()),
            new Standing("nasdaq", "nasdaq", Authority.EXCHANGE_CALENDAR, Set.of(Field.KIND)),
            new Standing("fmp", "fmp", Authority.DATA_PROVIDER, Set.of()),
            new Standing("yahoo", "yahoo", Authority.DATA_PROVIDER, Set.of(Field.KIND)),
            new Standing("alphavantage", "alphavantage", Authority.DATA_PROVIDER, Set.of(Field.KIND)),
            new Standing("snowball", "snowball", Authority.AGGREGATOR, Set.of()));

    private static final Map<String, Standing> BY_SOURCE =
            TABLE.stream().collect(Collectors.toMap(Standing::source, Function.identity()));

    private Rules() {}

    static List<Standing> table() {
        return TABLE;
    }

    /** An unknown source is an aggregator of its own. */
    static Standing standing(String source) {
        Standing known = BY_SOURCE.get(source);
        return known == null ? new Standing(source, source, Authority.AGGREGATOR, Set.of()) : known;
    }

    public static Authority authority(String source, Field field) {
        return standing(source).in(field);
    }
}
