package dev.exdate.update;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Spreads the charts of a group over the nights, so that not all fall due on the same one: each night has as many as are
 * needed for none to wait beyond the limit with the same number every night, those first that have waited longest. What
 * is read for another reason, or was read this evening, counts.
 *
 * @param payers whose turns these are
 * @param limit sessions after which a symbol is read in any case
 * @param quietShare of a night without a session, which needs no closes: at least one in so many
 */
record Turns(boolean payers, int limit, int quietShare, Route route) {
    static final Turns OF_PAYERS = new Turns(true, RouteRule.WEEK, 4, Route.WEEKLY);
    static final Turns OF_OTHERS = new Turns(false, RouteRule.MONTH, 12, Route.MONTHLY);

    /** @param routes of all symbols; some become a turn of this group */
    void fill(Map<SymbolFacts, Route> routes, boolean session) {
        List<SymbolFacts> group = routes.entrySet().stream()
                .filter(entry ->
                        entry.getKey().payer() == payers && entry.getKey().unread() != SymbolFacts.NEVER)
                .filter(entry -> !entry.getValue().isChart() || entry.getValue() == route)
                .map(Map.Entry::getKey)
                .toList();
        long read = group.stream().filter(facts -> !facts.eventsDue()).count();
        long chosen =
                routes.values().stream().filter(tonight -> tonight == route).count();
        long wanted = level(group, read);
        if (!session) {
            wanted = Math.max(wanted, share(group.size(), quietShare));
        }
        group.stream()
                .filter(facts -> facts.eventsDue() && facts.unread() > 0 && routes.get(facts) != route)
                .sorted(Comparator.comparingInt(SymbolFacts::unread)
                        .reversed()
                        .thenComparing(facts -> spread(facts.symbol()))
                        .thenComparing(SymbolFacts::symbol))
                .limit(Math.max(0, wanted - read - chosen))
                .forEach(facts -> routes.put(facts, route));
    }

    /**
     * The smallest number a night by which all are read in time: of those that may wait for one more night, half, and so
     * on.
     *
     * @param read this evening: they count as those that had waited longest
     */
    private long level(List<SymbolFacts> group, long read) {
        long[] waiting = new long[limit + 1];
        waiting[limit] = read;
        group.stream().filter(SymbolFacts::eventsDue).forEach(facts -> waiting[Math.min(limit, facts.unread())]++);
        long level = 0;
        long due = 0;
        for (int nights = 1; nights <= limit; nights++) {
            due += waiting[limit + 1 - nights];
            level = Math.max(level, share(due, nights));
        }
        return level;
    }

    private static long share(long all, int parts) {
        return (all + parts - 1) / parts;
    }

    /** The neighbours in the alphabet should not share a night: many belong to one issuer. */
    private static int spread(String symbol) {
        return Integer.reverse(symbol.hashCode() * 0x9E3779B9);
    }
}
