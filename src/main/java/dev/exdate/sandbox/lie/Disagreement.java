package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Which kinds of disagreement there are, and how many times the usual rate. The seed decides whom they strike, the same
 * at every start and on every night.
 */
public record Disagreement(Map<LieKind, Integer> times, long seed) {
    private static final int MILLION = 1_000_000;
    private static final int MOST_TIMES = 1000;

    public Disagreement {
        times = Map.copyOf(times);
    }

    /**
     * Reads {@code all}, {@code off}, or kinds with commas between them, each with how many times the usual rate:
     * {@code doubled:20,phantom}.
     *
     * @throws IllegalArgumentException with the invalid part
     */
    public static Disagreement of(String text, long seed) {
        Map<LieKind, Integer> times = new EnumMap<>(LieKind.class);
        for (String part : text.strip().split("\\s*,\\s*")) {
            String[] words = part.split(":", 2);
            int rate = rate(words.length > 1 ? words[1] : "1", part);
            switch (words[0]) {
                case "", "off" -> times.clear();
                case "all" -> Arrays.stream(LieKind.values()).forEach(kind -> times.put(kind, rate));
                default -> times.put(LieKind.of(words[0]).orElseThrow(() -> invalid(part)), rate);
            }
        }
        return new Disagreement(times, seed);
    }

    private static int rate(String digits, String part) {
        if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) > MOST_TIMES) {
            throw invalid(part);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException invalid(String part) {
        return new IllegalArgumentException(
                "invalid disagreement \"" + part + "\"; expected all, off or kind[:times], with"
                        + " times up to " + MOST_TIMES + "; the kinds are "
                        + Arrays.stream(LieKind.values()).map(LieKind::word).collect(Collectors.joining(" ")));
    }

    public boolean isOff() {
        return times.isEmpty();
    }

    boolean has(LieKind kind) {
        return times.getOrDefault(kind, 0) > 0;
    }

    /** Whether this kind strikes one payment, at the kind's rate for a symbol and year. */
    boolean strikes(LieKind kind, Payout payout) {
        return strikes(kind, kind.rate() / PayoutYear.payments(payout.frequency()), payout.ticker(), payout.exDate());
    }

    /** @param rate how many of a million */
    boolean strikes(LieKind kind, int rate, Object... things) {
        return has(kind) && roll(MILLION, kind, things) < (long) rate * times.getOrDefault(kind, 0);
    }

    /** From 0 to {@code sides - 1}. */
    int roll(int sides, Object what, Object... things) {
        long first = Chance.of(Integer.MAX_VALUE, seed, what, Arrays.toString(things));
        long second = Chance.of(Integer.MAX_VALUE, Arrays.toString(things), what, seed);
        // Sums of similar texts are alike; the generator's mixing makes them independent.
        return new SplittableRandom(first << 31 ^ second).nextInt(sides);
    }
}
