package dev.exdate.truth;

import dev.exdate.market.Decimals;
import dev.exdate.market.PriceBars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the price says about a payment: on its ex-date a share opens lower by about the amount. Where the amount does not
 * stand clearly above the share's own moves, it says next to nothing.
 *
 * @param before the last close before the ex-date
 * @param drop by which share of it the ex-date's price is lower; below zero, higher
 * @param noise how far the price of a day usually lies from the close before, as a share of it
 */
public record MarketWitness(double before, double drop, double noise) {
    /** What it says about one payment. */
    public enum Verdict {
        CONFIRMS,
        REFUTES,
        SILENT
    }

    private static final double CLEAR = 50;
    private static final double MOST = 10_000;

    /** No market is as quiet as that; so that a price that hardly moves is no proof. */
    private static final double QUIETEST = 0.003;

    /** Taxes and demand: the drop is a little more or less than the amount. */
    private static final double ABOUT = 0.1;

    /** Days are not as far from the usual as chance has it: some are five times as far, few are thirty times. */
    private static final double[] WIDTHS = {1, 5, 30};

    private static final double[] DAYS = {0.96, 0.035, 0.005};

    private static final int SESSIONS = 60;
    private static final int FEWEST_SESSIONS = 4;
    private static final int LONGEST_PAUSE = 7;

    /** A median of distances, as a standard deviation. */
    private static final double OF_MEDIAN = 1.4826;

    /** @return empty where there is no price shortly before or on the day, or hardly any other day */
    public static Optional<MarketWitness> of(PriceBars bars, LocalDate exDate) {
        int day = bars.first(exDate);
        if (day < FEWEST_SESSIONS + 1
                || day == bars.size()
                || bars.day(day) - bars.day(day - 1) > LONGEST_PAUSE
                || bars.day(day) - exDate.toEpochDay() > LONGEST_PAUSE) {
            return Optional.empty();
        }
        double[] moves = new double[Math.min(SESSIONS, day - 1)];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Math.abs(move(bars, day - 1 - i));
        }
        Arrays.sort(moves);
        double usual = moves[moves.length / 2] * OF_MEDIAN;
        return Optional.of(new MarketWitness(number(bars.prices().close(), day - 1), -move(bars, day), usual));
    }

    /** Of the day's first known price, from the close before. */
    private static double move(PriceBars bars, int i) {
        Decimals open = bars.prices().open();
        double price =
                open.isAbsent(i) || open.signum(i) <= 0 ? number(bars.prices().close(), i) : number(open, i);
        return price / number(bars.prices().close(), i - 1) - 1;
    }

    private static double number(Decimals numbers, int i) {
        BigDecimal number = numbers.get(i);
        return number == null ? Double.NaN : number.doubleValue();
    }

    /** @param cash per share as the prices count shares */
    public Verdict of(double cash) {
        double odds = odds(cash);
        return odds >= CLEAR ? Verdict.CONFIRMS : odds <= 1 / CLEAR ? Verdict.REFUTES : Verdict.SILENT;
    }

    /**
     * How much likelier the day is with the payment than without any.
     *
     * @param cash per share as the prices count shares
     */
    public double odds(double cash) {
        double amount = cash / before;
        double scale = Math.max(noise, QUIETEST);
        double likely = density(drop - amount, Math.hypot(scale, ABOUT * amount)) / density(drop, scale);
        return Double.isNaN(likely) ? 1 : Math.clamp(likely, 1 / MOST, MOST);
    }

    private static double density(double distance, double scale) {
        double density = 0;
        for (int i = 0; i < WIDTHS.length; i++) {
            double width = WIDTHS[i] * scale;
            density += DAYS[i] / width * Math.exp(-distance * distance / (2 * width * width));
        }
        return Math.max(density, Double.MIN_NORMAL);
    }
}
