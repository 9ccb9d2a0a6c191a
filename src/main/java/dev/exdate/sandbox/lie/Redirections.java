package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.source.yahoo.YahooSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plants Yahoo's answers about another symbol, a few weeks in a year. */
record Redirections(Disagreement disagreement, List<Listing> listings) {
    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR = 2030;

    List<Redirection> about(Listing listing) {
        List<Redirection> redirections = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (disagreement.strikes(LieKind.REDIRECTED, LieKind.REDIRECTED.rate(), listing.ticker(), year)) {
                Listing other = listings.get(disagreement.roll(listings.size(), "other", listing.ticker(), year));
                LocalDate from =
                        LocalDate.of(year, 1, 1).plusDays(disagreement.roll(365, "redirected", listing.ticker(), year));
                if (!other.equals(listing)) {
                    redirections.add(new Redirection(
                            YahooSource.ID,
                            listing.ticker(),
                            other.ticker(),
                            from,
                            from.plusDays(3 + disagreement.roll(60, "redirected for", listing.ticker(), year))));
                }
            }
        }
        return redirections;
    }
}
