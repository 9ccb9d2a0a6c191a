package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import java.time.LocalDate;

/** Shares that leave the market, by merger or otherwise: they no longer trade or pay, and lists no longer have them. */
record Departures(Disagreement disagreement) {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final int YEARS = 4;

    /** The last day on which it is listed; the end of time for most. */
    LocalDate lastDay(Listing listing) {
        if (listing.kind() == Listing.Kind.SHARE && disagreement.has(LieKind.DELISTED)) {
            for (int year = 0; year < YEARS; year++) {
                if (disagreement.strikes(LieKind.DELISTED, LieKind.DELISTED.rate(), listing.ticker(), year)) {
                    return FIRST.plusYears(year).plusDays(disagreement.roll(365, "last day", listing.ticker()));
                }
            }
        }
        return LocalDate.MAX;
    }
}
