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
    public AmountHistory {
        stored = List.copyOf(stored);
        others = List.copyOf(others);
        splits = List.copyOf(splits);
    }

    /**
     * @param amount above zero
     * @param source who says so; null if unknown
     */
    public record Paid(
            LocalDate exDate, BigDecimal amount, @Nullable String source) {
        public Paid(LocalDate exDate, BigDecimal amount) {
            this(exDate, amount, null);
        }
    }

    /** What the same source said of that day. */
    Optional<BigDecimal> on(LocalDate exDate) {
        return stored.stream()
                .filter(one -> one.exDate().equals(exDate))
                .map(Paid::amount)
                .findFirst();
    }

    /** The newest payments before that day, newest first, as they would be declared with that day's shares. */
    List<BigDecimal> before(LocalDate exDate, int payments) {
        return Stream.concat(stored.stream(), others.stream())
                .filter(one -> one.exDate().isBefore(exDate) && one.amount().signum() > 0)
                .sorted(Comparator.comparing(Paid::exDate).reversed())
                .limit(payments)
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
}
