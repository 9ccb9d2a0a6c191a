package dev.exdate.guard;

import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's earlier payments, to compare a distribution with.
 *
 * @param stored the same source's amounts: USD per share as declared, by ex-date
 * @param others other sources' amounts of earlier ex-dates
 * @param splits that happened since
 * @param close the newest close, null if unknown
 */
public record AmountHistory(
        List<Paid> stored,
        List<Paid> others,
        List<Split> splits,
        @Nullable BigDecimal close) {
    private static final int REMEMBERED = 12;
    private static final BigDecimal OTHER_UNIT = BigDecimal.TEN;
    /** Specials and a year's gains are rarely more than this many usual payments. */
    private static final BigDecimal MANY = BigDecimal.valueOf(40);

    private static final BigDecimal SOME = BigDecimal.TEN;
    private static final BigDecimal ABOUT = new BigDecimal("1.5");
    private static final BigDecimal ABOVE_LARGEST = BigDecimal.valueOf(3);
    private static final BigDecimal LARGE_SHARE_OF_PRICE = new BigDecimal("0.25");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STEADY = new BigDecimal("1.1");
    private static final int STEADY_PAYMENTS = 3;

    public AmountHistory {
        stored = List.copyOf(stored);
        others = List.copyOf(others);
        splits = List.copyOf(splits);
    }

    /** @param amount above zero */
    public record Paid(LocalDate exDate, BigDecimal amount) {}

    /** Why this amount is implausible; empty if it is plausible. */
    public Optional<String> finding(LocalDate exDate, BigDecimal amount) {
        if (amount.signum() <= 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> same = stored.stream()
                .filter(one -> one.exDate().equals(exDate))
                .map(Paid::amount)
                .findFirst();
        if (same.isPresent()) {
            return isFarFrom(amount, same.get())
                    ? Optional.of("%s on %s, but %s is stored".formatted(plain(amount), exDate, plain(same.get())))
                    : Optional.empty();
        }
        List<BigDecimal> before = before(exDate);
        return before.isEmpty() || !(isFarAbove(amount, before) || isHundredthOf(amount, before))
                ? Optional.empty()
                : Optional.of("%s on %s, but usually %s".formatted(plain(amount), exDate, plain(median(before))));
    }

    private static boolean isFarFrom(BigDecimal amount, BigDecimal stored) {
        return amount.compareTo(stored.multiply(OTHER_UNIT)) >= 0 || stored.compareTo(amount.multiply(OTHER_UNIT)) >= 0;
    }

    /** Far above all others, and either a payment in another unit or too much for the share's price. */
    private boolean isFarAbove(BigDecimal amount, List<BigDecimal> before) {
        BigDecimal usual = median(before);
        BigDecimal largest = before.stream().max(Comparator.naturalOrder()).orElse(usual);
        BigDecimal smallest = before.stream().min(Comparator.naturalOrder()).orElse(usual);
        BigDecimal hundredth = amount.divide(HUNDRED, MathContext.DECIMAL64);
        boolean otherUnit =
                hundredth.compareTo(largest.multiply(ABOUT)) <= 0 && smallest.compareTo(hundredth.multiply(ABOUT)) <= 0;
        boolean unbearable = close == null
                ? amount.compareTo(usual.multiply(MANY)) >= 0
                : amount.compareTo(close.multiply(LARGE_SHARE_OF_PRICE)) >= 0
                        && amount.compareTo(usual.multiply(SOME)) >= 0;
        return amount.compareTo(largest.multiply(ABOVE_LARGEST)) >= 0 && (otherUnit || unbearable);
    }

    /** Cents instead of dollars for a steady payer; others sometimes do pay almost nothing. */
    private static boolean isHundredthOf(BigDecimal amount, List<BigDecimal> before) {
        if (before.size() < STEADY_PAYMENTS) {
            return false;
        }
        BigDecimal hundredfold = amount.multiply(HUNDRED);
        return before.subList(0, STEADY_PAYMENTS).stream()
                .allMatch(one -> hundredfold.compareTo(one.multiply(STEADY)) <= 0
                        && one.compareTo(hundredfold.multiply(STEADY)) <= 0);
    }

    /** The newest amounts before that day, newest first, converted to that day's shares. */
    private List<BigDecimal> before(LocalDate exDate) {
        return Stream.concat(stored.stream(), others.stream())
                .filter(one -> one.exDate().isBefore(exDate) && one.amount().signum() > 0)
                .sorted(Comparator.comparing(Paid::exDate).reversed())
                .limit(REMEMBERED)
                .map(one -> splitBy(one, exDate))
                .toList();
    }

    private BigDecimal splitBy(Paid one, LocalDate exDate) {
        BigDecimal amount = one.amount();
        for (Split split : splits) {
            if (split.date().isAfter(one.exDate()) && !split.date().isAfter(exDate)) {
                amount = amount.multiply(split.denominator()).divide(split.numerator(), MathContext.DECIMAL64);
            }
        }
        return amount;
    }

    private static BigDecimal median(List<BigDecimal> amounts) {
        return amounts.stream().sorted().toList().get(amounts.size() / 2);
    }

    private static String plain(BigDecimal amount) {
        return amount.round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
