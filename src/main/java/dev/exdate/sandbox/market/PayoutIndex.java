package dev.exdate.sandbox.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A market's payouts by one of their days, year by year as they are asked for. Thread-safe. */
public final class PayoutIndex {
    private final Market market;
    private final Function<Payout, LocalDate> by;
    private final Map<Integer, Map<LocalDate, List<Payout>>> years = new ConcurrentHashMap<>();

    public PayoutIndex(Market market, Function<Payout, LocalDate> by) {
        this.market = market;
        this.by = by;
    }

    /** By symbol. */
    public List<Payout> on(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::year).getOrDefault(day, List.of());
    }

    private Map<LocalDate, List<Payout>> year(int year) {
        Map<LocalDate, List<Payout>> index = new HashMap<>();
        for (Listing listing : market.known()) {
            for (Payout payout : market.payouts(listing.ticker())) {
                LocalDate day = by.apply(payout);
                if (day.getYear() == year) {
                    index.computeIfAbsent(day, any -> new ArrayList<>()).add(payout);
                }
            }
        }
        return index;
    }
}
