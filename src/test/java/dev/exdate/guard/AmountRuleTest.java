package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountRuleTest {
    private static final LocalDate EX = LocalDate.of(2026, 11, 19);

    private static AmountHistory paid(String... newestFirst) {
        return paid(List.of(), newestFirst);
    }

    private static AmountHistory paid(List<Split> splits, String... newestFirst) {
        List<AmountHistory.Paid> paid = new ArrayList<>();
        for (String amount : newestFirst) {
            paid.add(new AmountHistory.Paid(EX.minusDays(91L * (paid.size() + 1)), new BigDecimal(amount)));
        }
        return new AmountHistory(paid, List.of(), splits, BigDecimal.TEN);
    }

    private static Optional<String> finding(AmountHistory history, String amount) {
        return new AmountRule(Limits.USUAL.amounts()).finding(history, EX, new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "7", "2.5", "0.00125"})
    void manyTimesTheUsualOrAHundredthIsNoPayment(String amount) {
        assertThat(finding(paid("0.125", "0.125", "0.12", "0.12"), amount)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.3", "1.9", "0.0026", "2.4"})
    void cutsRaisesAndSpecialsArePayments(String amount) {
        assertThat(finding(paid("0.125", "0.125", "0.12", "0.12"), amount)).isEmpty();
    }

    @Test
    void aYearsGainsBesideASmallIncomeArePaid() {
        AmountHistory history = paid("0.02", "0.021", "0.019", "0.02");
        assertThat(finding(history, "0.8")).isEmpty();
        assertThat(finding(history, "2")).as("in cents").isPresent();
    }

    @Test
    void whatOthersSaidOfTheSameDayDoesNotBindASource() {
        AmountHistory history = new AmountHistory(
                List.of(), List.of(new AmountHistory.Paid(EX, new BigDecimal("5.25"))), List.of(), BigDecimal.TEN);
        assertThat(finding(history, "0.25")).isEmpty();
    }

    @Test
    void aHundredfoldIsSeenBesideEarlierSpecials() {
        AmountHistory history = paid("1.16", "15", "1.02", "1.02", "1.02");
        assertThat(finding(history, "15")).isEmpty();
        assertThat(finding(history, "116")).contains("116 on 2026-11-19, but usually 1.02");
    }

    @Test
    void oneWhoPaysNextToNothingNowAndThenMayDoSoAgain() {
        assertThat(finding(paid("0.4", "0.002", "0.5", "0.31"), "0.004")).isEmpty();
    }

    @Test
    void aReverseSplitMakesAHundredOfOne() {
        Split reverse = new Split(EX.minusDays(20), BigDecimal.ONE, BigDecimal.valueOf(100));
        assertThat(finding(paid(List.of(reverse), "0.02", "0.02", "0.02"), "2")).isEmpty();
        assertThat(finding(paid("0.02", "0.02", "0.02"), "2")).isPresent();
    }

    @Test
    void theSameDayHoldsItsAmountButForCorrections() {
        AmountHistory history = new AmountHistory(
                List.of(new AmountHistory.Paid(EX, new BigDecimal("0.125"))), List.of(), List.of(), null);
        assertThat(finding(history, "0.1251")).isEmpty();
        assertThat(finding(history, "0.5")).isEmpty();
        assertThat(finding(history, "12.5")).contains("12.5 on 2026-11-19, but 0.125 is stored");
        assertThat(finding(history, "0.00125")).isPresent();
    }

    /** A special that is listed a day later, beside the stored regular payment. */
    @Test
    void aPaymentBesideAStoredOneIsJudgedAlone() {
        AmountHistory history = new AmountHistory(
                List.of(
                        new AmountHistory.Paid(EX, new BigDecimal("0.2")),
                        new AmountHistory.Paid(EX.minusDays(91), new BigDecimal("0.2"))),
                List.of(),
                List.of(),
                BigDecimal.TEN);
        assertThat(findingOfAll(history, "0.2", "1.7")).isEmpty();
        assertThat(findingOfAll(history, "0.2", "20")).contains("20 on 2026-11-19, but usually 0.2");
        assertThat(findingOfAll(history, "1.9", "0.8")).contains("2.7 on 2026-11-19, but 0.2 is stored");
        assertThat(findingOfAll(history, "0.1999", "0.0001")).isEmpty();
    }

    private static Optional<String> findingOfAll(AmountHistory history, String... payments) {
        return new AmountRule(Limits.USUAL.amounts())
                .finding(
                        history,
                        EX,
                        Arrays.stream(payments).map(BigDecimal::new).toList());
    }

    @Test
    void withoutAPastAnyAmountMayBe() {
        assertThat(finding(paid(), "1000")).isEmpty();
    }
}
