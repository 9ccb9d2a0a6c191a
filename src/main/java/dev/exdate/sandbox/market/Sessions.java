package dev.exdate.sandbox.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The trading days of the made-up market, from the bars of its first symbols. */
public record Sessions(Market market) {
    private static final int WITNESSES = 5;
    private static final int LONGEST_BREAK = 12;

    public boolean contains(LocalDate day) {
        return witnesses().stream()
                .anyMatch(listing -> !market.bars(listing.ticker(), day, day).isEmpty());
    }

    /** The last one before a day. */
    public Optional<LocalDate> before(LocalDate day) {
        return day.minusDays(LONGEST_BREAK)
                .datesUntil(day)
                .filter(this::contains)
                .reduce((earlier, later) -> later);
    }

    /** The first one after a day, up to the market's own. */
    public Optional<LocalDate> after(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(LONGEST_BREAK))
                .filter(later -> !later.isAfter(market.today()))
                .filter(this::contains)
                .findFirst();
    }

    private List<Listing> witnesses() {
        return market.listings().stream().limit(WITNESSES).toList();
    }
}
