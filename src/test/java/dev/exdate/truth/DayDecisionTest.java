package dev.exdate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

    /** {@code yahoo=0.2+short-term-gain:1.7}. */
    private static DayStatement statement(String text) {
        String[] parts = text.strip().split("=");
        List<Payment> payments = Arrays.stream(parts[1].split("\\+"))
                .map(one -> {
                    String[] payment = one.split(":");
                    BigDecimal amount = new BigDecimal(payment[payment.length - 1]);
                    String words = payment.length == 1 ? null : payment[0];
                    return new Payment(PaymentKind.of(words, amount), StatedAmount.of(amount));
                })
                .toList();
        return new DayStatement(parts[0], payments, NOW);
    }

    private static DayDecision decide(String said) {
        return DayDecision.of(
                Arrays.stream(said.split(";")).map(DayDecisionTest::statement).toList(), AmountMeaning.Terms.NONE);
    }

    private static String words(DayDecision decision) {
        return decision.choice().value().stream()
                .map(one -> one.kind().word() + " " + one.amount().value().toPlainString())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yahoo=0.25                                              | regular 0.25                       | ONLY_ONE            | 1 | 0
            yahoo=0.104; nasdaq=0.10417                             | regular 0.10417                    | ALL_AGREE           | 2 | 0
            yahoo=0.3; fmp=0.3; alphavantage=0.3; yieldmax=0.36     | regular 0.36                       | AUTHORITY           | 1 | 3
            yahoo=0.3; fmp=0.36; alphavantage=0.36                  | regular 0.36                       | INDEPENDENT_SOURCES | 2 | 1
            yieldmax=0.31; globenewswire=0.31; cboe=0.36            | regular 0.31                       | AUTHORITY           | 1 | 1
            yahoo=12.5; nasdaq=0.125                                | regular 0.125                      | ALL_AGREE           | 2 | 0
            yahoo=1.9; cboe=0.2+long-term:1.7                       | regular 0.2, long-term-gain 1.7    | ALL_AGREE           | 2 | 0
            yahoo=0.2; cboe=0.2+long-term:1.7; fmp=1.7              | regular 0.2, long-term-gain 1.7    | ALL_AGREE           | 3 | 0
            cboe=1.9; yahoo=0.2+long-term:1.7                       | regular 0.2, long-term-gain 1.7    | ALL_AGREE           | 2 | 0
            yahoo=1.9+long-term:1.7; cboe=0.2+long-term:1.7         | regular 0.2, long-term-gain 1.7    | ALL_AGREE           | 2 | 0
            nasdaq=2; fmp=special:2                                 | special 2                          | ALL_AGREE           | 2 | 0
            yieldmax=0.0000                                         | zero 0.0000                        | ONLY_ONE            | 1 | 0
            """)
    void theTableOfRules(String said, String expected, Reason reason, int inFavour, int against) {
        DayDecision decision = decide(said);
        assertThat(words(decision)).isEqualTo(expected);
        assertThat(decision.choice().reason()).isEqualTo(reason);
        assertThat(decision.choice().inFavour()).isEqualTo(inFavour);
        assertThat(decision.choice().against()).isEqualTo(against);
    }

    @Test
    void namesTheStatementsThatMeanSomethingElse() {
        assertThat(decide("yahoo=0.3; fmp=0.3; yieldmax=0.36").conflicting())
                .extracting(DayStatement::source)
                .containsExactly("yahoo", "fmp");
    }

    @Test
    void equalsWhoDifferAreDecidedByTheLatestWord() {
        DayStatement later = new DayStatement("fmp", statement("fmp=0.36").payments(), NOW.plusSeconds(1));
        DayDecision decision = DayDecision.of(List.of(statement("yahoo=0.3"), later), AmountMeaning.Terms.NONE);
        assertThat(words(decision)).isEqualTo("regular 0.36");
        assertThat(decision.choice().reason()).isEqualTo(Reason.NEWEST);
        assertThat(decision.choice().confidence()).isEqualByComparingTo("0.5");
    }

    @Test
    void confidenceGrowsWithAgreementAndFallsWithOpposition() {
        BigDecimal alone = decide("yahoo=0.3").choice().confidence();
        assertThat(alone).isEqualByComparingTo("0.98");
        assertThat(decide("yahoo=0.3; nasdaq=0.3").choice().confidence()).isGreaterThan(alone);
        assertThat(decide("yahoo=0.3; snowball=0.4").choice().confidence()).isLessThan(alone);
    }

    @Test
    void theOrderOfStatementsDoesNotMatter() {
        List<DayStatement> said = new ArrayList<>();
        for (String one : List.of("yahoo=1.9", "cboe=0.2+long-term:1.7", "fmp=0.2", "nasdaq=1.904", "snowball=2.4")) {
            said.add(statement(one));
        }
        String expected = words(DayDecision.of(said, AmountMeaning.Terms.NONE));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(said, random);
            assertThat(words(DayDecision.of(said, AmountMeaning.Terms.NONE)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }
}
