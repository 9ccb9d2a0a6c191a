package dev.exdate.guard;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares a source's prices of a symbol with the stored ones. It accepts what a market can do: a bankruptcy, a
 * fivefold day, a reverse split that the source reports. It rejects what only a mistake does.
 *
 * @param previousSession the one before the newest closed session: who has a bar of it has traded lately
 */
public record PriceGuard(LocalDate previousSession, Limits limits) {
    public Optional<Violation> of(KnownPrices known, PricesAnswered answered) {
        LocalDate newest = known.newest();
        if (newest == null) {
            return Optional.empty();
        }
        PriceDays days = new PriceDays(known, LostRowsRule.of(limits.sources()));
        String source = answered.source().id();
        // Of days, only who gave the stored ones can contradict itself, and only if asked for them. Having none is a
        // contradiction while there is trade, having others is one on any night.
        boolean own = source.equals(known.source()) && !newest.isAfter(answered.until());
        boolean trading = own && !newest.isBefore(previousSession);
        return switch (answered.prices()) {
            case Answer.Failed<PriceBar> failed ->
                trading && failed.failure() == Failure.NOT_FOUND ? days.none(source) : Optional.empty();
            case Answer.Nothing<PriceBar> ignored -> trading ? days.none(source) : Optional.empty();
            case Answer.Rows<PriceBar>(List<PriceBar> rows) -> {
                PriceBars all = PriceBars.of(rows);
                NavigableMap<LocalDate, PriceBar> bars = recent(known, all);
                Optional<Violation> ofDays = own ? days.of(source, bars, answered.from()) : Optional.empty();
                yield ofDays.isPresent()
                        ? ofDays
                        : new PriceLevels(known, limits.prices())
                                .of(source, bars, answered.splits())
                                .map(violation -> withOlder(violation, all, bars.firstKey()));
            }
        };
    }

    /** Days before the stored ones are in the unit of the first of these. */
    private static Violation withOlder(Violation violation, PriceBars all, LocalDate first) {
        if (!violation.doubted().contains(first)) {
            return violation;
        }
        Set<LocalDate> doubted = new HashSet<>(violation.doubted());
        all.until(first).forEach(bar -> doubted.add(bar.date()));
        return new Violation(violation.guard(), violation.finding(), doubted);
    }

    /** Those that stand beside stored ones or are newer; if there is none, the newest. */
    private static NavigableMap<LocalDate, PriceBar> recent(KnownPrices known, PriceBars all) {
        PriceBars recent = all.from(known.tail().getFirst().date());
        TreeMap<LocalDate, PriceBar> bars = new TreeMap<>();
        (recent.isEmpty() ? all.from(all.getLast().date()) : recent).forEach(bar -> bars.put(bar.date(), bar));
        return bars;
    }
}
