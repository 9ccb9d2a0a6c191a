package dev.exdate.truth;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * How well an amount fits a share's usual payments.
 *
 * @param logarithm of the usual amount
 * @param spread how far payments usually lie from it
 */
public record UsualAmount(double logarithm, double spread) {
    private static final int FEWEST = 3;
    private static final double LEAST_SPREAD = 0.1;
    private static final double MOST = 1000;

    /** A median of distances, as a standard deviation. */
    private static final double OF_MEDIAN = 1.4826;

    /** @param payments regular ones near the day; too few of them say nothing */
    public static Witness of(List<BigDecimal> payments) {
        if (payments.size() < FEWEST) {
            return Witness.SILENT;
        }
        double usual = median(payments.stream()
                .mapToDouble(paid -> Math.log(paid.doubleValue()))
                .toArray());
        double spread = OF_MEDIAN
                * median(payments.stream()
                        .mapToDouble(paid -> Math.abs(Math.log(paid.doubleValue()) - usual))
                        .toArray());
        UsualAmount of = new UsualAmount(usual, Math.max(spread, LEAST_SPREAD));
        return cash -> BigDecimal.valueOf(of.odds(cash.doubleValue()));
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }

    /** One for the usual amount. */
    private double odds(double cash) {
        double distance = cash <= 0 ? Double.MAX_VALUE : (Math.log(cash) - logarithm) / spread;
        return Math.max(Math.exp(-distance * distance / 2), 1 / MOST);
    }
}
