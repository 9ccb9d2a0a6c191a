package dev.exdate.guard;

import dev.exdate.market.Split;
import dev.exdate.truth.StatedAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A past close, as stored and as a source gives it now. */
record PriceLevel(LocalDate date, BigDecimal stored, BigDecimal read, Limits.Levels limits) {
    boolean known() {
        return stored.signum() > 0 && read.signum() > 0;
    }

    /** Whether its own source has changed it by more than rounding. */
    boolean isRestated() {
        return differs(stored);
    }

    private boolean differs(BigDecimal expected) {
        StatedAmount before = StatedAmount.of(stored).times(expected.divide(stored, MathContext.DECIMAL64));
        return !before.agreesWith(StatedAmount.of(read))
                && read.subtract(expected).abs().compareTo(expected.multiply(limits.restated())) > 0;
    }

    /** Between sources, corrections and small spin-offs move it less than that. */
    boolean isOther() {
        return isFar(read, stored);
    }

    private boolean isFar(BigDecimal one, BigDecimal other) {
        return one.compareTo(other.multiply(limits.factor())) >= 0
                || other.compareTo(one.multiply(limits.factor())) >= 0;
    }

    /** A recent split, or several together, moves the past about as far; its own source's past, just as far. */
    boolean isExplainedBy(List<Split> splits, boolean own) {
        List<Split> newestFirst = splits.stream()
                .filter(split -> split.date().isAfter(date.minusDays(limits.splitDays())))
                .sorted(Comparator.comparing(Split::date).reversed())
                .toList();
        BigDecimal expected = stored;
        for (Split split : newestFirst) {
            expected = expected.multiply(split.denominator()).divide(split.numerator(), MathContext.DECIMAL64);
            if (own ? !differs(expected) : !isFar(read, expected)) {
                return true;
            }
        }
        return false;
    }
}
