package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.guard.Limits;
import dev.exdate.guard.StoredBar;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkRuleTest {
    /** A Friday. */
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private static final SparkRule RULE = new SparkRule(new SourceId("yahoo"), LAST.minusDays(1), LAST, Limits.USUAL);

    private static DueSymbol due(String... closes) {
        List<StoredBar> tail = new ArrayList<>();
        for (String bar : closes) {
            String[] parts = bar.split("=");
            BigDecimal close = new BigDecimal(parts[1]);
            tail.add(new StoredBar(november(parts[0]), close, close));
        }
        return new DueSymbol(
                new Ticker("ZZTA"),
                Set.of(DataKind.PRICES),
                tail.isEmpty() ? null : tail.getFirst().date(),
                null,
                new DueSymbol.EventsRead(true, LAST.minusDays(3)),
                null,
                tail,
                "yahoo",
                List.of(),
                List.of());
    }

    private static LocalDate november(String day) {
        return LocalDate.of(2026, 11, Integer.parseInt(day));
    }

    private static List<PriceBar> closes(String text) {
        List<PriceBar> bars = new ArrayList<>();
        for (String bar : text.split(" ")) {
            String[] parts = bar.split("=");
            bars.add(new PriceBar(november(parts[0]), null, null, null, new BigDecimal(parts[1]), null, null));
        }
        return bars;
    }

    private static String words(SparkRule.Verdict verdict) {
        return switch (verdict) {
            case SparkRule.Verdict.Doubtful(String reason) -> reason;
            case SparkRule.Verdict.Accepted(List<PriceBar> bars, boolean late) ->
                bars.stream()
                                .map(bar -> bar.date().getDayOfMonth() + "=" + bar.close())
                                .toList()
                        + (late ? " late" : "");
        };
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({
        "17=10 18=10.1 19=10.2, 17=10 18=10.1 19=10.2 20=10.3, [20=10.3]",
        "16=10 17=10, 16=10 17=10 18=10.1 19=10.2 20=10.3, [18=10.1; 19=10.2; 20=10.3]",
        "17=10 18=10.1 19=10.2, 18=10.1 19=10.20 20=10.3, [20=10.3]",
        // the newest session is missing: the symbol traded the day before, or has long been silent
        "17=10 18=10.1 19=10.2, 17=10 18=10.1 19=10.2, [19=10.2] late",
        "16=10 17=10, 16=10 17=10, [17=10]",
        "17=10 18=10, 17=10 18=10 19=10.2, [19=10.2] late",
        // a bar of a session that is not over
        "18=10.1 19=10.2 20=10.3, 18=10.1 19=10.2 20=10.3 21=99, [20=10.3]",
        // restated: a split, another unit, a correction
        "17=10 18=10.1 19=10.2, 17=5 18=5.05 19=5.1 20=5.2, restated",
        "17=10 18=10.1 19=10.2, 17=10 18=10.1 19=10.3 20=10.3, restated",
        // days that were missed, are missing, or don't reach back
        "17=10 19=10.2, 17=10 18=10.1 19=10.2 20=10.3, other days",
        "17=10 18=10.1 19=10.2, 17=10 19=10.2 20=10.3, other days",
        "12=10 13=10, 16=10 17=10 18=10 19=10 20=10, not enough days",
        // a move that may be a split whose past is still to be adjusted
        "18=10.1 19=10, 18=10.1 19=10 20=5, unusual move",
        "18=10.1 19=10, 18=10.1 19=10 20=13.5, unusual move",
        "18=10.1 19=10, 18=10.1 19=10 20=13.2, [20=13.2]",
        "18=10.1 19=10, 18=10.1 19=10 20=0, unusual move"
    })
    void closesAreStoredOnlyWhereNothingAsksForTheChart(String stored, String stated, String expected) {
        assertThat(words(RULE.of(due(stored.split(" ")), closes(stated))).replace(',', ';'))
                .isEqualTo(expected);
    }

    @Test
    void aNewSymbolNeedsItsChart() {
        assertThat(words(RULE.of(due(), closes("19=10 20=10")))).isEqualTo("not enough days");
    }

    @Test
    void theNewestAdjustedClosesEqualTheCloses() {
        SparkRule.Verdict verdict = RULE.of(due("18=10", "19=10"), closes("18=10 19=10 20=10.5"));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        SparkRule.Verdict.Accepted.class,
                        it -> assertThat(it.bars())
                                .singleElement()
                                .satisfies(bar -> assertThat(bar.adjClose()).isEqualTo("10.5")));
    }
}
