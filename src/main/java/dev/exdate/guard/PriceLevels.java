package dev.exdate.guard;

import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether prices are in the unit of the stored ones: most of the past has not moved as one, and no new day leaps. */
record PriceLevels(KnownPrices known, Limits.Prices limits) {
    Optional<Violation> of(String source, NavigableMap<LocalDate, PriceBar> bars, List<Split> splits) {
        Optional<Violation> moved = moved(source, bars, splits);
        return moved.isPresent() ? moved : leap(source, bars, splits);
    }

    private Optional<Violation> moved(String source, NavigableMap<LocalDate, PriceBar> bars, List<Split> splits) {
        List<PriceLevel> past = known.tail().stream()
                .filter(bar -> bars.containsKey(bar.date()))
                .map(bar -> new PriceLevel(
                        bar.date(),
                        bar.close(),
                        Objects.requireNonNull(bars.get(bar.date())).close(),
                        limits.levels()))
                .filter(PriceLevel::known)
                .toList();
        boolean own = source.equals(known.source());
        List<PriceLevel> restated = past.stream().filter(PriceLevel::isRestated).toList();
        boolean series = own && limits.levels().series().isReached(restated.size(), past.size());
        List<PriceLevel> other =
                series ? restated : past.stream().filter(PriceLevel::isOther).toList();
        if (!series && !limits.levels().moved().isReached(other.size(), past.size())
                || other.getLast().isExplainedBy(splits, series)) {
            return Optional.empty();
        }
        PriceLevel one = other.getLast();
        return Optional.of(new Violation(
                Guard.PRICES,
                "%s: %d of the %d newest stored closes differ at %s (%s: %s, stored %s), and no split explains it"
                        .formatted(
                                known.ticker(),
                                other.size(),
                                past.size(),
                                source,
                                one.date(),
                                one.read().toPlainString(),
                                one.stored().toPlainString()),
                doubted(
                        bars,
                        past.stream().map(PriceLevel::date).collect(Collectors.toSet()),
                        other.stream().map(PriceLevel::date).collect(Collectors.toSet()))));
    }

    /** A day that is not stored is in the unit of the compared one before it; without any before, of the next one. */
    private static Set<LocalDate> doubted(
            NavigableMap<LocalDate, PriceBar> bars, Set<LocalDate> compared, Set<LocalDate> moved) {
        Set<LocalDate> doubted = new HashSet<>();
        boolean isMoved = bars.navigableKeySet().stream()
                .filter(compared::contains)
                .findFirst()
                .filter(moved::contains)
                .isPresent();
        for (LocalDate day : bars.navigableKeySet()) {
            isMoved = compared.contains(day) ? moved.contains(day) : isMoved;
            if (isMoved) {
                doubted.add(day);
            }
        }
        return doubted;
    }

    private Optional<Violation> leap(String source, NavigableMap<LocalDate, PriceBar> bars, List<Split> splits) {
        List<LeapRule.Leap> leaps =
                new LeapRule(limits.leaps()).all(known.tail().getLast(), bars, splits);
        return leaps.stream()
                .findFirst()
                .map(leap -> new Violation(
                        Guard.PRICES,
                        "%s: the close of %s at %s is %s after %s, and no split explains it"
                                .formatted(
                                        known.ticker(),
                                        leap.bar().date(),
                                        source,
                                        leap.bar().close().toPlainString(),
                                        leap.before().toPlainString()),
                        leaps.stream().map(one -> one.bar().date()).collect(Collectors.toSet())));
    }
}
