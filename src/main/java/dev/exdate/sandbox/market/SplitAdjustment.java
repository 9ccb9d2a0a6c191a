package dev.exdate.sandbox.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

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

    private List<StockSplit> splitsAfter(LocalDate day) {
        return splits.stream().filter(split -> split.date().isAfter(day)).toList();
    }
}
