package dev.exdate.guard;

import dev.exdate.market.PriceBar;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Whether a source has the days that it gave before. */
record PriceDays(KnownPrices known, LostRowsRule rule) {
    /** For a symbol that has traded recently. */
    Optional<Violation> none(String source) {
        return Optional.of(new Violation(
                Guard.SHORT,
                "%s: %s has no price at all, but had one for %s".formatted(known.ticker(), source, known.newest())));
    }

    /** @param from the first day that was asked for */
    Optional<Violation> of(String source, NavigableMap<LocalDate, PriceBar> bars, LocalDate from) {
        if (new StaleRule(Optional.ofNullable(known.newest())).isStale(bars.lastKey())) {
            return Optional.of(new Violation(
                    Guard.STALE,
                    "%s: the newest price of %s is for %s, the stored one for %s"
                            .formatted(known.ticker(), source, bars.lastKey(), known.newest())));
        }
        List<StoredBar> asked =
                known.tail().stream().filter(bar -> !bar.date().isBefore(from)).toList();
        long missing =
                asked.stream().filter(bar -> !bars.containsKey(bar.date())).count();
        return rule.isShort(asked.size(), missing)
                ? Optional.of(new Violation(
                        Guard.SHORT,
                        "%s: %s lacks %d of the %d newest days that it gave before"
                                .formatted(known.ticker(), source, missing, asked.size())))
                : Optional.empty();
    }
}
