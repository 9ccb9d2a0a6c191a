package dev.exdate.sandbox.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A symbol's payments in the year up to the market's day, per share of today. */
public record PayoutYear(BigDecimal amount) {
    public static PayoutYear of(Market market, Listing listing) {
        LocalDate today = market.today();
        List<StockSplit> splits = market.splits(listing.ticker());
        SplitAdjustment adjustment = new SplitAdjustment(splits);
        return new PayoutYear(market.payouts(listing.ticker()).stream()
                .filter(payout ->
                        !payout.exDate().isAfter(today) && payout.exDate().isAfter(today.minusYears(1)))
                .map(adjustment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Payments per year of a frequency; 1 for specials. */
    public static int payments(String frequency) {
        return switch (frequency) {
            case "Weekly" -> 52;
            case "Every 4 Weeks" -> 13;
            case "Monthly" -> 12;
            case "Quarterly" -> 4;
            case "Semi-Annual" -> 2;
            default -> 1;
        };
    }
}
