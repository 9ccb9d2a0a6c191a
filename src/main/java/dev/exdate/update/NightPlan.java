package dev.exdate.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which symbols are asked for, how, and why.
 *
 * @param symbols those that are due, by value: what matters most comes first
 */
record NightPlan(List<Planned> symbols) {
    private static final Set<DataKind> ALL = EnumSet.of(DataKind.PRICES, DataKind.DIVIDENDS, DataKind.SPLITS);

    NightPlan {
        symbols = List.copyOf(symbols);
    }

    /** @param kinds what a chart is asked for; one request answers for all three */
    record Planned(String symbol, Route route, Set<DataKind> kinds) {}

    /** Every due kind of every symbol by itself: a person asked, or no source has newest closes. */
    static NightPlan ofAllDue(List<SymbolFacts> facts) {
        return new NightPlan(facts.stream()
                .filter(it -> !it.due().isEmpty())
                .map(it -> new Planned(it.symbol(), Route.ASKED, it.due()))
                .toList());
    }

    /**
     * The newest closes for all, the chart only where they are not enough.
     *
     * @param session whether the market was open on the run's day; the turns get more of the other days
     */
    static NightPlan ofTurns(List<SymbolFacts> facts, boolean session) {
        RouteRule rule = new RouteRule();
        Map<SymbolFacts, Route> routes = new java.util.LinkedHashMap<>();
        facts.forEach(it -> routes.put(it, rule.of(it)));
        Turns.OF_PAYERS.fill(routes, session);
        Turns.OF_OTHERS.fill(routes, session);
        List<Map.Entry<SymbolFacts, Route>> due = new ArrayList<>(routes.entrySet());
        due.removeIf(entry -> entry.getValue() == Route.NONE);
        due.sort(Map.Entry.<SymbolFacts, Route>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(
                        Comparator.comparingInt(SymbolFacts::unseen).reversed()))
                .thenComparing(entry -> entry.getKey().symbol()));
        return new NightPlan(due.stream()
                .map(entry -> new Planned(entry.getKey().symbol(), entry.getValue(), ALL))
                .toList());
    }

    long count(Route route) {
        return symbols.stream().filter(it -> it.route() == route).count();
    }

    long charts() {
        return symbols.stream().filter(it -> it.route().isChart()).count();
    }

    /** @param atOnce symbols in one request for newest closes */
    long sparks(int atOnce) {
        return (count(Route.SPARK) + atOnce - 1) / atOnce;
    }

    /** What is left of the plan after so many symbols, by reason: they are asked for in this order. */
    String left(int done) {
        List<Planned> left = symbols.subList(Math.min(done, symbols.size()), symbols.size());
        return String.format(Locale.ROOT, "%,d symbols%s", left.size(), reasons(left.stream()));
    }

    private static String reasons(Stream<Planned> planned) {
        Map<Route, Long> reasons = planned.collect(
                Collectors.groupingBy(Planned::route, () -> new EnumMap<>(Route.class), Collectors.counting()));
        return reasons.isEmpty()
                ? ""
                : reasons.entrySet().stream()
                        .map(it ->
                                String.format(Locale.ROOT, "%s %,d", it.getKey().words(), it.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** For the log. */
    String words(int atOnce) {
        return String.format(
                Locale.ROOT,
                "🗺️  Plan: %,d requests for the newest closes of %,d symbols, %,d charts%s",
                sparks(atOnce),
                count(Route.SPARK),
                charts(),
                reasons(symbols.stream().filter(it -> it.route().isChart())));
    }
}
