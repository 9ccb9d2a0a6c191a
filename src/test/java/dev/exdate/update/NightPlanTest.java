package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightPlanTest {
    private static SymbolFacts facts(String symbol, int unread, boolean payer) {
        return new SymbolFacts(symbol, true, true, true, 1, unread, false, payer, false);
    }

    private static List<SymbolFacts> many(String prefix, int count, int unread, boolean payer) {
        return IntStream.range(0, count)
                .mapToObj(n -> facts(prefix + n, unread, payer))
                .toList();
    }

    private static NightPlan plan(List<SymbolFacts> facts) {
        return NightPlan.ofTurns(facts, true);
    }

    @ParameterizedTest
    @CsvSource({
        // prices due, events due, unseen, unread, failed, payer, ex-date near
        "true,  true,  1,  1, false, true,  false, SPARK",
        "true,  true,  4,  4, false, true,  false, SPARK",
        "true,  true,  1,  20, false, false, false, SPARK",
        "true,  true,  5,  1, false, false, false, MISSED",
        "true,  true,  1,  5, false, true,  false, WEEKLY",
        "true,  true,  1,  21, false, false, false, MONTHLY",
        "false, true,  0,  5, false, true,  false, WEEKLY",
        "true,  true,  1,  1, false, false, true,  EX_DATE",
        "false, true,  0,  0, false, true,  true,  EX_DATE",
        "true,  false, 1,  0, false, true,  true,  SPARK",
        "true,  true,  1,  1, true,  false, true,  EX_DATE",
        "true,  true,  1,  1, true,  false, false, FAILED",
        "true,  true,  2147483647, 2147483647, false, false, false, NEW",
        "true,  true,  1,  2147483647, false, false, false, NEW",
        "true,  true,  1,  2147483647, true, false, false, FAILED",
        "false, true,  0,  3, false, true,  false, NONE",
        "false, false, 0,  0, true,  true,  true,  NONE"
    })
    void aSymbolGoesByWhatItNeeds(
            boolean pricesDue,
            boolean eventsDue,
            int unseen,
            int unread,
            boolean failed,
            boolean payer,
            boolean exDateNear,
            Route route) {
        assertThat(new RouteRule()
                        .of(new SymbolFacts(
                                "ZZTA", pricesDue, eventsDue, eventsDue, unseen, unread, failed, payer, exDateNear)))
                .isEqualTo(route);
    }

    @Test
    void whatMattersMostComesFirst() {
        List<SymbolFacts> facts = List.of(
                facts("TURN", 5, true),
                new SymbolFacts("CLOSES", true, false, false, 1, 1, false, false, false),
                new SymbolFacts("LAGS", true, false, false, 4, 4, false, false, false),
                new SymbolFacts("FAILED", true, true, true, 1, 1, true, false, false),
                new SymbolFacts("NEW", true, true, true, SymbolFacts.NEVER, SymbolFacts.NEVER, false, false, false),
                new SymbolFacts("SOON", true, true, true, 1, 1, false, true, true));
        assertThat(plan(facts).symbols())
                .extracting(NightPlan.Planned::symbol)
                .startsWith("SOON", "FAILED", "LAGS")
                .endsWith("NEW", "TURN");
    }

    /** All were read on one evening; five nights later all payers must have been read again, on no night most of them. */
    @Test
    void turnsAreSpreadOverTheNightsAndNoneWaitsTooLong() {
        int payers = 600;
        int others = 1_000;
        int[] unread = new int[payers + others];
        for (int night = 1; night <= 60; night++) {
            List<SymbolFacts> facts = new ArrayList<>();
            for (int i = 0; i < unread.length; i++) {
                unread[i]++;
                facts.add(facts("S" + i, unread[i], i < payers));
            }
            NightPlan plan = plan(facts);
            assertThat(plan.count(Route.WEEKLY)).as("payers in night " + night).isBetween(100L, 200L);
            assertThat(plan.count(Route.MONTHLY)).as("others in night " + night).isBetween(33L, 340L);
            plan.symbols().stream()
                    .filter(it -> it.route().isChart())
                    .forEach(it -> unread[Integer.parseInt(it.symbol().substring(1))] = 0);
            for (int i = 0; i < unread.length; i++) {
                assertThat(unread[i]).isLessThan(i < payers ? RouteRule.WEEK : RouteRule.MONTH);
            }
        }
    }

    @Test
    void turnsAreLevelAndCountWhatIsReadForAnotherReason() {
        List<SymbolFacts> facts = new ArrayList<>(many("A", 60, 2, true));
        assertThat(plan(facts).count(Route.WEEKLY))
                .as("tonight and the next three nights")
                .isEqualTo(15);
        facts.replaceAll(it -> it.symbol().endsWith("5")
                ? new SymbolFacts(it.symbol(), true, true, true, 1, 2, false, true, true)
                : it);
        assertThat(plan(facts).count(Route.EX_DATE)).isEqualTo(6);
        assertThat(plan(facts).count(Route.WEEKLY)).isEqualTo(14);
        facts.replaceAll(it -> it.symbol().endsWith("4")
                ? new SymbolFacts(it.symbol(), false, false, false, 0, 0, false, true, false)
                : it);
        assertThat(plan(facts).count(Route.WEEKLY))
                .as("six were read this evening")
                .isEqualTo(8);
    }

    @Test
    void aNightWithoutASessionReadsMoreTurnsAndNothingTwice() {
        List<SymbolFacts> facts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            facts.add(new SymbolFacts("A" + i, false, true, true, 0, i < 60 ? 0 : 1, false, true, false));
        }
        NightPlan plan = NightPlan.ofTurns(facts, false);
        assertThat(plan.symbols())
                .hasSize(30)
                .allMatch(it -> Integer.parseInt(it.symbol().substring(1)) >= 60);
        assertThat(plan.sparks(20)).isZero();
    }

    @Test
    void requestsAreCountedAndSaid() {
        List<SymbolFacts> facts = new ArrayList<>(many("A", 41, 1, false));
        facts.add(facts("TURN", 5, true));
        NightPlan plan = plan(facts);
        assertThat(plan.sparks(20)).isEqualTo(2);
        assertThat(plan.words(20))
                .isEqualTo("🗺️  Plan: 2 requests for the newest closes of 39 symbols, 3 charts"
                        + " (weekly turn of payers 1, monthly turn of others 2)");
    }

    @Test
    void whatABudgetLeavesIsSaidInTheOrderOfValue() {
        List<SymbolFacts> facts = new ArrayList<>(many("A", 3, 1, false));
        facts.add(facts("TURN", 5, true));
        facts.add(new SymbolFacts("SOON", true, true, true, 1, 1, false, true, true));
        NightPlan plan = plan(facts);
        assertThat(plan.left(0))
                .isEqualTo(
                        "5 symbols (ex-date near 1, newest closes 2, weekly turn of payers 1, monthly turn of others 1)");
        assertThat(plan.left(3)).isEqualTo("2 symbols (weekly turn of payers 1, monthly turn of others 1)");
        assertThat(plan.left(9)).isEqualTo("0 symbols");
    }

    @Test
    void withoutNewestClosesEveryDueKindIsAskedBySymbol() {
        List<SymbolFacts> facts =
                List.of(facts("ZZTA", 1, true), new SymbolFacts("ZZTB", false, false, false, 0, 0, false, true, false));
        NightPlan plan = NightPlan.ofAllDue(facts);
        assertThat(plan.symbols()).singleElement().satisfies(it -> {
            assertThat(it.route()).isEqualTo(Route.ASKED);
            assertThat(it.kinds()).containsExactlyInAnyOrder(DataKind.PRICES, DataKind.DIVIDENDS, DataKind.SPLITS);
        });
    }
}
