package dev.exdate.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one source lists for one share and day: each different amount is a payment, the same one twice is one. */
public record DayAmounts(List<BigDecimal> payments) {
    /** @param listed at least one; of those that mean the same, the most exact one stays */
    public DayAmounts(List<BigDecimal> payments) {
        // Nearly every day has one payment.
        this.payments = payments.size() == 1 ? List.copyOf(payments) : different(payments);
    }

    private static List<BigDecimal> different(List<BigDecimal> payments) {
        List<BigDecimal> different = new ArrayList<>();
        payments.stream()
                .sorted(Comparator.comparing(
                        (BigDecimal one) -> StatedAmount.of(one).halfUnit()))
                .filter(one -> different.stream().noneMatch(other -> areSame(one, other)))
                .forEach(different::add);
        return payments.stream().filter(different::remove).toList();
    }

    /** All that is paid. */
    public BigDecimal sum() {
        return payments.stream().reduce(BigDecimal::add).orElseThrow();
    }

    /** Whether one is the other, rounded. */
    public static boolean areSame(BigDecimal one, BigDecimal other) {
        return StatedAmount.of(one).agreesWith(StatedAmount.of(other));
    }

    /** Whether it is the same amount with more digits. */
    public static boolean isMoreExact(BigDecimal one, BigDecimal than) {
        return areSame(one, than)
                && StatedAmount.of(one)
                                .halfUnit()
                                .compareTo(StatedAmount.of(than).halfUnit())
                        < 0;
    }
}
