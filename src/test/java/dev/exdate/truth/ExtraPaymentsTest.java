package dev.exdate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtraPaymentsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 15);

    private final List<ExtraPayments.Paid> paid = new ArrayList<>();

    private LocalDate pays(LocalDate day, String amount) {
        return pays(day, amount, true);
    }

    private LocalDate pays(LocalDate day, String amount, boolean doubtful) {
        paid.add(new ExtraPayments.Paid(day, new BigDecimal(amount), doubtful));
        return day;
    }

    private LocalDate monthly(int months, String amount) {
        for (int month = 0; month < months; month++) {
            pays(FIRST.plusMonths(month), amount);
        }
        return FIRST.plusMonths(months);
    }

    private Iterable<LocalDate> extra() {
        paid.sort(Comparator.comparing(ExtraPayments.Paid::exDate));
        return ExtraPayments.of(paid);
    }

    @Test
    void aRegularPayerHasNone() {
        monthly(12, "0.2");
        assertThat(extra()).isEmpty();
    }

    @Test
    void onesHalfWayBetweenTwoOthersAreExtra() {
        monthly(12, "0.2");
        LocalDate first = pays(FIRST.plusDays(76), "0.2");
        LocalDate second = pays(FIRST.plusMonths(5).plusDays(14), "0.2");
        assertThat(extra()).containsExactly(first, second);
    }

    @Test
    void ofTwoWithinDaysTheOneBesideTheRhythmIsExtra() {
        monthly(12, "0.2");
        LocalDate before = pays(FIRST.plusMonths(4).minusDays(4), "0.2");
        LocalDate after = pays(FIRST.plusMonths(8).plusDays(5), "0.2");
        LocalDate last = pays(FIRST.plusMonths(11).plusDays(3), "0.2");
        assertThat(extra()).containsExactly(before, after, last);
    }

    @Test
    void onesThatAnotherSourceListsAreNotDoubted() {
        monthly(12, "0.2");
        pays(FIRST.plusDays(76), "0.2", false);
        assertThat(extra()).isEmpty();
    }

    @Test
    void aSpecialPaymentIsNoneAndMakesNoneOfItsNeighbours() {
        for (int quarter = 0; quarter < 8; quarter++) {
            pays(FIRST.plusMonths(3L * quarter), "0.2");
            pays(FIRST.plusMonths(3L * quarter).plusDays(18), "0.4");
        }
        pays(FIRST.plusMonths(24), "0.2");
        assertThat(extra()).isEmpty();
    }

    @Test
    void aPayerThatPaysMoreOftenFromNowOnHasNone() {
        LocalDate change = monthly(12, "0.2");
        for (int week = 0; week < 9; week++) {
            pays(change.plusWeeks(week), "0.05");
            assertThat(extra()).as("after %d weeks", week).isEmpty();
        }
    }

    @Test
    void aPayerThatPaysLessOftenFromNowOnHasNone() {
        LocalDate change = monthly(12, "0.2");
        for (int quarter = 0; quarter < 6; quarter++) {
            pays(change.plusMonths(2).plusMonths(3L * quarter), "0.6");
            assertThat(extra()).as("after %d quarters", quarter).isEmpty();
        }
    }

    @Test
    void weeksThatAHolidayMovesAreNone() {
        for (int week = 0; week < 30; week++) {
            pays(FIRST.plusWeeks(week).plusDays(week % 9 == 4 ? 1 : week % 9 == 6 ? -1 : 0), "0.05");
        }
        assertThat(extra()).isEmpty();
    }
}
