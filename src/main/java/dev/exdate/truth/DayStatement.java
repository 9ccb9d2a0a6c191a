package dev.exdate.truth;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a source says is paid to a share on one ex-date.
 *
 * @param payments all that it states: income and gains each, or their sum
 * @param since when it was first said like this
 */
public record DayStatement(String source, List<Payment> payments, Instant since) {
    public DayStatement {
        payments = List.copyOf(payments);
        if (payments.isEmpty()) {
            throw new IllegalArgumentException("a statement has a payment; one of nothing has the kind zero");
        }
    }

    /** How much better a gain must fit as a part of the dividend than beside it. */
    private static final BigDecimal BETTER = BigDecimal.valueOf(4);

    /**
     * A gain beside a dividend may be a part of it. If the price fits the dividend alone better than both, or what is
     * usually paid fits the rest of it better, the rest of the dividend and the gain are the day's payments.
     */
    DayStatement readWith(Evidence evidence) {
        if (payments.size() != 2) {
            return this;
        }
        Payment gain = payments.get(0).kind().isGain() ? payments.get(0) : payments.get(1);
        Payment dividend = gain == payments.get(0) ? payments.get(1) : payments.get(0);
        BigDecimal rest = dividend.amount().value().subtract(gain.amount().value());
        if (!gain.kind().isGain() || dividend.kind() != PaymentKind.REGULAR || rest.signum() < 0) {
            return this;
        }
        Witness market = evidence.witness();
        Witness usual = evidence.usual();
        BigDecimal inside = market.odds(dividend.amount().value()).multiply(usual.odds(rest));
        BigDecimal beside = market.odds(total().value())
                .multiply(usual.odds(dividend.amount().value()));
        return inside.compareTo(beside.multiply(BETTER)) < 0
                ? this
                : new DayStatement(
                        source,
                        rest.signum() == 0
                                ? List.of(gain)
                                : List.of(
                                        new Payment(
                                                PaymentKind.REGULAR,
                                                new StatedAmount(
                                                        rest,
                                                        dividend.amount()
                                                                .halfUnit()
                                                                .add(gain.amount()
                                                                        .halfUnit()))),
                                        gain),
                        since);
    }

    /** All of the day. */
    public StatedAmount total() {
        return payments.size() == 1
                ? payments.getFirst().amount()
                : payments.stream()
                        .map(Payment::amount)
                        .reduce(StatedAmount::plus)
                        .orElseThrow();
    }

    /**
     * Whether both mean the same: equal sums; or one states a part of what the other states; or one has a gain once
     * inside the dividend and once more beside it.
     */
    boolean means(DayStatement other, AmountMeaning.Terms terms) {
        return AmountMeaning.of(total(), other.total(), terms).isSame()
                || isPartOf(other)
                || other.isPartOf(this)
                || countsTwice(other)
                || other.countsTwice(this);
    }

    /** Whether the other one states each of these payments, and more. */
    boolean isPartOf(DayStatement other) {
        if (payments.size() >= other.payments.size()) {
            return false;
        }
        List<Payment> left = new ArrayList<>(other.payments);
        return payments.stream()
                .allMatch(mine -> left.stream()
                        .filter(one -> one.amount().agreesWith(mine.amount()))
                        .findFirst()
                        .map(left::remove)
                        .orElse(false));
    }

    /** Whether one of these payments is already the sum of the other's, and the rest are parts of it. */
    boolean countsTwice(DayStatement other) {
        return payments.size() > 1
                && payments.stream().anyMatch(sum -> sum.amount().agreesWith(other.total()) && restIsIn(sum, other));
    }

    private boolean restIsIn(Payment sum, DayStatement other) {
        return payments.stream()
                .filter(one -> one != sum)
                .allMatch(part ->
                        other.payments.stream().anyMatch(one -> one.amount().agreesWith(part.amount())));
    }
}
