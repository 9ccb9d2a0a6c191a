package dev.exdate.update;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Spreads the charts of a group over the nights, so that not all fall due on the same one: each night has its share, of
 * those that have waited longest, of the rest that is not read for another reason. What was read this evening counts.
 *
 * @param payers whose turns these are
 * @param share of a night with a session: one in so many
 * @param quietShare of any other night, which needs no closes
 */
record Turns(boolean payers, int share, int quietShare, Route route) {
    static final Turns OF_PAYERS = new Turns(true, 6, 4, Route.WEEKLY);
    static final Turns OF_OTHERS = new Turns(false, 30, 12, Route.MONTHLY);

    /** @param routes of all symbols; some become a turn of this group */
    void fill(Map<SymbolFacts, Route> routes, boolean session) {
        List<SymbolFacts> group = routes.keySet().stream()
                .filter(facts -> facts.payer() == payers && facts.unread() != SymbolFacts.NEVER)
                .toList();
        int part = session ? share : quietShare;
        long otherwise = group.stream()
                .map(facts -> routes.getOrDefault(facts, Route.NONE))
                .filter(tonight -> tonight.isChart() && tonight != route)
                .count();
        long wanted = (group.size() - otherwise + part - 1) / part;
        long read = group.stream()
                .filter(facts -> !facts.eventsDue() || routes.getOrDefault(facts, Route.NONE) == route)
                .count();
        group.stream()
                .filter(facts -> facts.eventsDue()
                        && facts.unread() > 0
                        && !routes.getOrDefault(facts, Route.NONE).isChart())
                .sorted(Comparator.comparingInt(SymbolFacts::unread)
                        .reversed()
                        .thenComparing(facts -> spread(facts.symbol()))
                        .thenComparing(SymbolFacts::symbol))
                .limit(Math.max(0, wanted - read))
                .forEach(facts -> routes.put(facts, route));
    }

    /** The neighbours in the alphabet should not share a night: many belong to one issuer. */
    private static int spread(String symbol) {
        return Integer.reverse(symbol.hashCode() * 0x9E3779B9);
    }
}
