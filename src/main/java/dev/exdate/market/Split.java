package dev.exdate.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A split: {@code numerator} new shares for {@code denominator} old ones (2 for 1, 3 for 2, 1 for 10 in a reverse split).
 * Both are above zero and not always whole (1.5 for 1).
 */
public record Split(LocalDate date, BigDecimal numerator, BigDecimal denominator) {
    /** Whether it has the same day and ratio: 2 for 1 is 4 for 2. */
    public boolean isSame(Split other) {
        return date.equals(other.date)
                && numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) == 0;
    }
}
