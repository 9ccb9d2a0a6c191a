package dev.exdate.truth;

import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source that adjusts its dividends for a split earlier or later than it lists the split. For that time all of its
 * amounts before the split come out wrong by the split's factor.
 *
 * @param factor what the right amount was multiplied by
 */
public record LateAdjustment(Split split, BigDecimal factor) {
    private static final BigDecimal NOISE = new BigDecimal("1e-6");

    /**
     * @param stored as declared, by ex-date
     * @param read the same source's amounts now
     */
    public static Optional<LateAdjustment> of(
            Split split, Map<LocalDate, BigDecimal> stored, Map<LocalDate, BigDecimal> read) {
        List<Moved> moved = new ArrayList<>();
        stored.forEach((day, amount) -> {
            BigDecimal now = read.get(day);
            if (now != null && day.isBefore(split.date()) && !DayAmounts.areSame(amount, now)) {
                moved.add(new Moved(StatedAmount.of(amount), StatedAmount.of(now)));
            }
        });
        BigDecimal ratio = split.numerator().divide(split.denominator(), MathContext.DECIMAL128);
        BigDecimal inverse = split.denominator().divide(split.numerator(), MathContext.DECIMAL128);
        return moved.isEmpty()
                ? Optional.empty()
                : Stream.of(ratio, inverse)
                        .filter(factor -> moved.stream().allMatch(one -> one.isBy(factor)))
                        .findFirst()
                        .map(factor -> new LateAdjustment(split, factor));
    }

    private record Moved(StatedAmount stored, StatedAmount read) {
        boolean isBy(BigDecimal factor) {
            return stored.times(factor).agreesWith(read);
        }
    }

    /** The amount as declared. */
    public BigDecimal undone(LocalDate exDate, BigDecimal read) {
        if (!exDate.isBefore(split.date())) {
            return read;
        }
        BigDecimal declared = read.divide(factor, MathContext.DECIMAL64);
        return StatedAmount.fewestDigits(declared, declared.abs().multiply(NOISE));
    }
}
