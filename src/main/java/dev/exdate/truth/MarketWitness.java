package dev.exdate.truth;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the price says about a payment: on its ex-date a share opens lower by about the amount. It speaks only where the
 * amount stands clearly above the share's own moves.
 *
 * @param drop by which share of the last close before it the ex-date's price is lower; below zero, higher
 * @param noise how far the price of such a day usually lies from the close before, as a share of it
 */
public record MarketWitness(double drop, double noise) {
    /** Its word counts as that of a source that is wrong once in so many times. */
    public static final Authority AUTHORITY = Authority.EXCHANGE_CALENDAR;

    /** How far the price may lie from what it confirms, in usual moves. */
    private static final double NEAR = 3;

    /** Taxes and demand: the drop is a little more or less than the amount. */
    private static final double SHARE = 0.25;

    /** The logarithm of the odds that its word is worth. Days far from the usual are more frequent than chance has it. */
    private static final double CLEAR = 4;

    /** No market is as quiet as that; so that a price that never moves is no proof. */
    private static final double QUIETEST = 0.002;

    /** What it says about one payment. */
    public enum Verdict {
        CONFIRMS,
        REFUTES,
        SILENT
    }

    /** @param amount as a share of the last close before the ex-date */
    public Verdict of(double amount) {
        OptionalInt best = best(List.of(0.0, amount));
        return best.isEmpty() ? Verdict.SILENT : best.getAsInt() == 1 ? Verdict.CONFIRMS : Verdict.REFUTES;
    }

    /**
     * The one of several amounts that the price speaks for, against each of the others.
     *
     * @param amounts as shares of the last close; zero is no payment
     */
    public OptionalInt best(List<Double> amounts) {
        return IntStream.range(0, amounts.size())
                .filter(i -> Math.abs(drop - amounts.get(i)) <= NEAR * usual() + SHARE * amounts.get(i))
                .filter(i -> IntStream.range(0, amounts.size())
                        .allMatch(j -> j == i || odds(amounts.get(i), amounts.get(j)) >= CLEAR))
                .findFirst();
    }

    /** The logarithm of how much likelier the day is with one amount than with the other. */
    private double odds(double one, double other) {
        double scale = 2 * usual() * usual();
        return ((drop - other) * (drop - other) - (drop - one) * (drop - one)) / scale;
    }

    private double usual() {
        return Math.max(noise, QUIETEST);
    }
}
