package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Payers of every fourth week, and those that paid less often, and more at a time, until a day. */
record Rhythms(Disagreement disagreement) {
    private static final LocalDate FIRST_CHANGE = LocalDate.of(2024, 3, 1);
    private static final int DAYS_OF_CHANGES = 1100;
    private static final int WEEKS = 4;
    private static final int MONTHS = 3;

    /** The payout, if the listing pays then: what it paid less often is more. */
    Optional<Payout> of(Listing listing, Payout payout) {
        int luck = disagreement.has(LieKind.RHYTHM) ? disagreement.roll(10, "rhythm", listing.ticker()) : 9;
        LocalDate change = FIRST_CHANGE.plusDays(disagreement.roll(DAYS_OF_CHANGES, "change", listing.ticker()));
        // One in ten never changes, two did or will.
        boolean seldom = luck == 0 || luck < 3 && payout.exDate().isBefore(change);
        if (!seldom || payout.kind() == PayoutKind.SPECIAL || listing.kind() == Listing.Kind.SHARE) {
            return Optional.of(payout);
        }
        return switch (payout.frequency()) {
            case "Weekly" -> every(WEEKS, payout, payout.exDate().toEpochDay() / 7, "Every 4 Weeks");
            case "Monthly" -> every(MONTHS, payout, payout.exDate().getMonthValue(), "Quarterly");
            default -> Optional.of(payout);
        };
    }

    private static Optional<Payout> every(int nth, Payout payout, long number, String frequency) {
        return number % nth == 0
                ? Optional.of(new Payout(
                        payout.ticker(),
                        payout.exDate(),
                        payout.recordDate(),
                        payout.payDate(),
                        payout.declared(),
                        payout.amount().multiply(BigDecimal.valueOf(nth)),
                        frequency,
                        payout.sources()))
                : Optional.empty();
    }
}
