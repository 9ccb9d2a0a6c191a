package dev.exdate.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a fund's holdings with the stored ones of the same source, because they replace them as a whole. */
public record HoldingsRule(ShrinkRule positions, Limits.Holdings weights) {
    public static HoldingsRule of(Limits limits) {
        return new HoldingsRule(ShrinkRule.ofAnnouncements(limits.lists()), limits.holdings());
    }

    /**
     * A fund's holdings in figures.
     *
     * @param weight in per cent, null where none is known
     * @param day they are of, null where none is stated
     */
    public record Figures(
            int positions,
            @Nullable BigDecimal weight,
            @Nullable LocalDate day) {}

    /** The guard that rejects them; empty if they are accepted. */
    public Optional<Guard> finding(Figures stored, Figures now) {
        LocalDate day = now.day();
        if (day != null && new StaleRule(Optional.ofNullable(stored.day())).isStale(day)) {
            return Optional.of(Guard.STALE);
        }
        return positions.isShort(stored.positions(), now.positions()) || isLight(stored, now)
                ? Optional.of(Guard.SHORT)
                : Optional.empty();
    }

    private boolean isLight(Figures stored, Figures now) {
        if (now.positions() >= stored.positions() || !isWhole(stored.weight())) {
            return false;
        }
        BigDecimal least = Objects.requireNonNull(stored.weight())
                .multiply(BigDecimal.valueOf(weights.weightKept()))
                .movePointLeft(2);
        return (now.weight() == null ? BigDecimal.ZERO : now.weight()).compareTo(least) < 0;
    }

    private boolean isWhole(@Nullable BigDecimal weight) {
        return weight != null
                && weight.compareTo(BigDecimal.valueOf(weights.wholeFrom())) >= 0
                && weight.compareTo(BigDecimal.valueOf(weights.wholeTo())) <= 0;
    }
}
