package dev.exdate.truth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Payments that one source lists between two others of the usual rhythm, as much as those: listed twice within days, or
 * made up. Where a rhythm changes, gaps or amounts change on one side, and nothing is extra.
 */
public final class ExtraPayments {
    /** So many gaps on either side show a rhythm; so many are looked at. */
    private static final int FEWEST = 2;

    private static final int MOST = 4;

    /** How long a usual gap may be without the payment, and how short one is that has it at its end; per cent. */
    private static final int LONGEST = 140;

    private static final int SHORTEST = 70;

    private static final BigDecimal ALIKE = new BigDecimal("0.002");
    private static final BigDecimal SIMILAR = new BigDecimal("1.5");

    /**
     * A day with payments.
     *
     * @param amount of all of them, for a share of today
     * @param doubtful whether it depends on a single source
     */
    public record Paid(LocalDate exDate, BigDecimal amount, boolean doubtful) {}

    private ExtraPayments() {}

    /** @param payments of one symbol, the oldest first */
    public static Set<LocalDate> of(List<Paid> payments) {
        List<Paid> left = new ArrayList<>(payments);
        Set<LocalDate> extra = new TreeSet<>();
        OptionalInt most = most(left);
        while (most.isPresent()) {
            extra.add(left.remove(most.getAsInt()).exDate());
            most = most(left);
        }
        return extra;
    }

    /** Of two payments shortly after one another the one without which the others are more regular. */
    private static OptionalInt most(List<Paid> payments) {
        return IntStream.range(1, payments.size())
                .filter(i -> isExtra(payments, i))
                .boxed()
                .min(Comparator.comparingLong(i -> irregularity(payments, i)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static boolean isExtra(List<Paid> payments, int i) {
        if (!payments.get(i).doubtful() || !isLikeANeighbour(payments, i) || !isUsual(payments, i)) {
            return false;
        }
        OptionalLong usual = usualGap(payments, i);
        int before = similar(payments, i, -1);
        int after = similar(payments, i, 1);
        return usual.isPresent()
                && before >= 0
                && (after < payments.size()
                        ? gap(payments, before, after) * 100 <= usual.getAsLong() * LONGEST
                        : gap(payments, before, i) * 100 <= usual.getAsLong() * SHORTEST);
    }

    /** The next one in a direction that is about as much; a special payment is no part of a rhythm. */
    private static int similar(List<Paid> payments, int i, int step) {
        BigDecimal amount = payments.get(i).amount();
        int at = i + step;
        while (at >= 0
                && at < payments.size()
                && !isSimilar(amount, payments.get(at).amount())) {
            at += step;
        }
        return at;
    }

    private static boolean isSimilar(BigDecimal one, BigDecimal other) {
        return one.compareTo(other.multiply(SIMILAR)) <= 0 && other.compareTo(one.multiply(SIMILAR)) <= 0;
    }

    private static boolean isLikeANeighbour(List<Paid> payments, int i) {
        BigDecimal amount = payments.get(i).amount();
        return IntStream.of(i - 1, i + 1)
                .filter(at -> at < payments.size())
                .mapToObj(at -> payments.get(at).amount())
                .anyMatch(other -> amount.subtract(other).abs().compareTo(other.multiply(ALIKE)) <= 0);
    }

    /** The shorter one of those before and after it; before it only, it may have changed. */
    private static OptionalLong usualGap(List<Paid> payments, int i) {
        long[] before = gaps(payments, Math.max(0, i - 1 - MOST), i - 1);
        long[] after = gaps(payments, i + 1, Math.min(payments.size() - 1, i + 1 + MOST));
        if (after.length < FEWEST) {
            return before.length < FEWEST ? OptionalLong.empty() : OptionalLong.of(before[(before.length - 1) / 2]);
        }
        long usual = after[after.length / 2];
        return OptionalLong.of(before.length < FEWEST ? usual : Math.min(usual, before[before.length / 2]));
    }

    /** A payer that pays more often from now on pays less each time. */
    private static boolean isUsual(List<Paid> payments, int i) {
        return countSimilar(payments, i, Math.max(0, i - MOST), i) > FEWEST
                || countSimilar(payments, i, i + 1, Math.min(payments.size(), i + 1 + MOST)) > FEWEST;
    }

    private static long countSimilar(List<Paid> payments, int i, int from, int to) {
        return payments.subList(from, to).stream()
                .filter(other -> isSimilar(payments.get(i).amount(), other.amount()))
                .count();
    }

    /** Sorted. */
    private static long[] gaps(List<Paid> payments, int from, int to) {
        return IntStream.range(from, Math.max(from, to))
                .mapToLong(at -> gap(payments, at, at + 1))
                .sorted()
                .toArray();
    }

    private static long irregularity(List<Paid> payments, int i) {
        long usual = usualGap(payments, i).orElse(0);
        int before = similar(payments, i, -1);
        int after = similar(payments, i, 1);
        if (after < payments.size()) {
            return Math.abs(gap(payments, before, after) - usual);
        }
        int earlier = similar(payments, before, -1);
        return earlier < 0 ? 0 : Math.abs(gap(payments, earlier, before) - usual);
    }

    private static long gap(List<Paid> payments, int one, int other) {
        return ChronoUnit.DAYS.between(
                payments.get(one).exDate(), payments.get(other).exDate());
    }
}
