package dev.exdate.sandbox.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A past payout per share of today; sources that adjust round to six decimals. */
public record SplitAdjustment(List<StockSplit> splits) {
    private static final int DECIMALS = 6;

    /** The declared amount if there was no split after the ex-date. */
    public BigDecimal amount(Payout payout) {
        BigDecimal numerator = BigDecimal.ONE;
        BigDecimal denominator = BigDecimal.ONE;
        for (StockSplit split : splitsAfter(payout.exDate())) {
            numerator = numerator.multiply(split.numerator());
            denominator = denominator.multiply(split.denominator());
        }
        return numerator.compareTo(denominator) == 0
                ? payout.amount()
                : payout.amount().multiply(denominator).divide(numerator, DECIMALS, RoundingMode.HALF_UP);
    }

    /** What each share of today was paid, up to a day; payouts of one day are added up. */
    public Map<LocalDate, BigDecimal> byExDate(List<Payout> payouts, LocalDate until) {
        Map<LocalDate, BigDecimal> paid = new HashMap<>();
        for (Payout payout : payouts) {
            if (payout.amount().signum() > 0 && !payout.exDate().isAfter(until)) {
                paid.merge(payout.exDate(), amount(payout), BigDecimal::add);
            }
        }
        return paid;
    }

    private List<StockSplit> splitsAfter(LocalDate day) {
        return splits.stream().filter(split -> split.date().isAfter(day)).toList();
    }
}
