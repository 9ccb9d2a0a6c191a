package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutKind;
import dev.exdate.sandbox.market.StockSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What truly happens in a market whose sources disagree: finer amounts, two payments on a day, withdrawn ones. */
record Happenings(Disagreement disagreement, TrueSplits splits, Rhythms rhythms) {
    /** One in twenty payments of a fund in December. */
    private static final int GAINS = 50_000;

    private static final BigDecimal LEAST = new BigDecimal("0.0010");
    private static final int MOST_DIGITS = 6;

    Story of(Listing listing, List<Payout> plain) {
        List<Payout> paid = new ArrayList<>();
        List<Payout> withdrawn = new ArrayList<>();
        List<StockSplit> more = splits.of(listing);
        for (Payout planned : plain) {
            Optional<Payout> due = rhythms.of(listing, planned).filter(one -> isListed(listing, one));
            if (due.isEmpty()) {
                continue;
            }
            Payout payout = inSharesOfItsDay(exact(listing, due.get()), more);
            if (isWithdrawn(payout)) {
                withdrawn.add(payout);
            } else {
                paid.add(payout);
                if (isFirstOfTwo(listing, payout)) {
                    paid.add(second(listing, payout));
                }
            }
        }
        return new Story(listing, paid, withdrawn, more);
    }

    /** Funds' distributions have more digits than a company's dividend, as have those of one share in eight. */
    private Payout exact(Listing listing, Payout payout) {
        boolean fine = switch (listing.kind()) {
            case ETF -> true;
            case SHARE, TRUST -> disagreement.roll(8, "digits", listing.ticker()) == 0;
            case OPTION_FUND, PREFERRED -> false;
        };
        if (!fine || payout.amount().signum() == 0 || !disagreement.has(LieKind.ROUNDING)) {
            return payout;
        }
        int digits = disagreement.roll(1000, "fine", listing.ticker(), payout.exDate());
        BigDecimal exact = payout.amount().add(BigDecimal.valueOf(digits, MOST_DIGITS));
        int kept = listing.exchange().equals("BATS")
                ? MOST_DIGITS
                : 4 + disagreement.roll(3, "digits kept", listing.ticker());
        return payout.withAmount(exact.setScale(kept, RoundingMode.HALF_UP));
    }

    private boolean isListed(Listing listing, Payout payout) {
        LocalDate last = new Departures(disagreement).lastDay(listing);
        return !payout.exDate().isAfter(last) && !payout.declared().isAfter(last);
    }

    private static Payout inSharesOfItsDay(Payout payout, List<StockSplit> splits) {
        BigDecimal factor = TrueSplits.factor(splits, payout.exDate());
        int digits = Math.max(4, payout.amount().scale());
        return factor.compareTo(BigDecimal.ONE) == 0
                ? payout
                : payout.withAmount(payout.amount()
                        .multiply(factor)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .max(payout.amount().signum() == 0 ? BigDecimal.ZERO : LEAST));
    }

    private boolean isWithdrawn(Payout payout) {
        return !payout.frequency().equals("Weekly")
                && payout.declared().isBefore(payout.exDate().minusDays(5))
                && disagreement.strikes(LieKind.WITHDRAWN, payout);
    }

    private boolean isFirstOfTwo(Listing listing, Payout payout) {
        if (payout.kind() != PayoutKind.REGULAR || listing.kind() == Listing.Kind.OPTION_FUND) {
            return false;
        }
        return listing.kind() == Listing.Kind.ETF
                ? payout.exDate().getMonth() == Month.DECEMBER
                        && disagreement.strikes(LieKind.TWO_A_DAY, GAINS, payout.ticker(), payout.exDate())
                : disagreement.strikes(LieKind.TWO_A_DAY, payout);
    }

    private Payout second(Listing listing, Payout first) {
        PayoutKind kind = listing.kind() != Listing.Kind.ETF
                ? PayoutKind.SPECIAL
                : disagreement.roll(2, "term", first.ticker(), first.exDate()) == 0
                        ? PayoutKind.SHORT_TERM_GAIN
                        : PayoutKind.LONG_TERM_GAIN;
        int percent = 60 + disagreement.roll(340, "second", first.ticker(), first.exDate());
        BigDecimal amount = first.amount()
                .multiply(BigDecimal.valueOf(percent, 2))
                .setScale(Math.max(2, first.amount().scale()), RoundingMode.HALF_UP);
        return first.ofKind(kind, amount);
    }
}
