package dev.exdate.guard;

import dev.exdate.truth.DayAmounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a distribution is implausible compared with what its symbol has paid. */
public record AmountRule(Limits.Amounts limits) {
    /**
     * What is wrong with a day's payments; empty if they are plausible. Beside a stored one, the others are new; if none
     * is stored, all are.
     */
    public Optional<String> finding(AmountHistory history, LocalDate exDate, List<BigDecimal> payments) {
        DayAmounts day = new DayAmounts(payments);
        Optional<BigDecimal> same = history.on(exDate);
        if (day.payments().size() == 1
                || same.filter(stored -> !isAmong(stored, day)).isPresent()) {
            return same.filter(stored -> DayAmounts.areSame(stored, day.sum())).isPresent()
                    ? Optional.empty()
                    : finding(history, exDate, day.sum());
        }
        return day.payments().stream()
                .filter(payment -> same.filter(stored -> DayAmounts.areSame(stored, payment))
                        .isEmpty())
                .map(payment -> unusual(history, exDate, payment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isAmong(BigDecimal stored, DayAmounts day) {
        return day.payments().stream().anyMatch(payment -> DayAmounts.areSame(stored, payment));
    }

    /** What is wrong with this amount; empty if it is plausible. */
    public Optional<String> finding(AmountHistory history, LocalDate exDate, BigDecimal amount) {
        if (amount.signum() <= 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> same = history.on(exDate);
        if (same.isPresent()) {
            return isFarFrom(amount, same.get())
                    ? Optional.of("%s on %s, but %s is stored".formatted(plain(amount), exDate, plain(same.get())))
                    : Optional.empty();
        }
        return unusual(history, exDate, amount);
    }

    private Optional<String> unusual(AmountHistory history, LocalDate exDate, BigDecimal amount) {
        List<BigDecimal> before = history.before(exDate, limits.payments());
        return before.isEmpty() || !(isFarAbove(amount, before, history) || isHundredthOf(amount, before))
                ? Optional.empty()
                : Optional.of("%s on %s, but usually %s".formatted(plain(amount), exDate, plain(median(before))));
    }

    private boolean isFarFrom(BigDecimal amount, BigDecimal stored) {
        return !isWithin(amount, stored, limits.far());
    }

    /** Far above all others, and either a payment in another unit or too much for the share's price. */
    private boolean isFarAbove(BigDecimal amount, List<BigDecimal> before, AmountHistory history) {
        BigDecimal usual = median(before);
        BigDecimal largest = before.stream().max(Comparator.naturalOrder()).orElse(usual);
        return amount.compareTo(largest.multiply(limits.largest())) >= 0
                && (isInOtherUnit(amount, before, largest) || isUnbearable(amount, usual, history));
    }

    private boolean isInOtherUnit(BigDecimal amount, List<BigDecimal> before, BigDecimal largest) {
        BigDecimal smallest = before.stream().min(Comparator.naturalOrder()).orElse(largest);
        BigDecimal about = limits.units().about();
        BigDecimal converted = amount.divide(limits.units().factor(), MathContext.DECIMAL64);
        return converted.compareTo(largest.multiply(about)) <= 0 && smallest.compareTo(converted.multiply(about)) <= 0;
    }

    private boolean isUnbearable(BigDecimal amount, BigDecimal usual, AmountHistory history) {
        BigDecimal close = history.close();
        return close == null
                ? amount.compareTo(usual.multiply(limits.withoutPrice())) >= 0
                : amount.compareTo(close.multiply(BigDecimal.valueOf(limits.ofPrice()))
                                        .movePointLeft(2))
                                >= 0
                        && amount.compareTo(usual.multiply(limits.far())) >= 0;
    }

    /** Cents instead of dollars for a steady payer; others sometimes do pay almost nothing. */
    private boolean isHundredthOf(BigDecimal amount, List<BigDecimal> before) {
        int steady = limits.units().steadyPayments();
        BigDecimal converted = amount.multiply(limits.units().factor());
        return before.size() >= steady
                && before.subList(0, steady).stream()
                        .allMatch(one ->
                                converted.compareTo(one.multiply(limits.units().steady())) <= 0
                                        && one.compareTo(converted.multiply(
                                                        limits.units().steady()))
                                                <= 0);
    }

    /** Whether each is less than that many times the other. */
    private static boolean isWithin(BigDecimal one, BigDecimal other, BigDecimal factor) {
        return one.compareTo(other.multiply(factor)) < 0 && other.compareTo(one.multiply(factor)) < 0;
    }

    private static BigDecimal median(List<BigDecimal> amounts) {
        return amounts.stream().sorted().toList().get(amounts.size() / 2);
    }

    private static String plain(BigDecimal amount) {
        return amount.round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
