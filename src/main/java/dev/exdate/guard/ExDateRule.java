package dev.exdate.guard;

import java.time.LocalDate;

/**
 * How far ahead an ex-date may lie.
 *
 * @param daysAhead of the market day
 */
public record ExDateRule(int daysAhead) {
    public static ExDateRule of(Limits.Amounts limits) {
        return new ExDateRule(limits.daysAhead());
    }

    public boolean isTooFar(LocalDate exDate, LocalDate marketDay) {
        return exDate.isAfter(marketDay.plusDays(daysAhead));
    }
}
