package dev.exdate.guard;

/**
 * How many symbols may be excluded at once.
 *
 * @param percent of all symbols
 * @param most however many there are
 */
public record ExclusionRule(int percent, int most) {
    public static ExclusionRule of(Limits.Sources limits) {
        return new ExclusionRule(limits.excluded(), limits.mostExcluded());
    }

    public boolean isOutage(long hopeless, long known) {
        return hopeless > most || hopeless * 100 > known * percent;
    }
}
