package dev.exdate.guard;

import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.truth.DayAmounts;
import dev.exdate.truth.LateAdjustment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a source changes what it has said of past payments. One payment may be corrected soon after its day; nothing
 * else moves by more than rounding, by any factor, unless a split explains it.
 *
 * @param stored what this source has said, by ex-date: the day's sum as declared
 * @param splits known ones and those of the answer
 */
public record RestatedAmounts(Map<LocalDate, BigDecimal> stored, List<Split> splits, LocalDate marketDay) {
    private static final Limits.Amounts LIMITS = Limits.USUAL.amounts();

    /** Of a third decimal, and a little for what splits leave over. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000501");

    /** What a binary float leaves over. */
    private static final BigDecimal NOISE = new BigDecimal("1e-6");

    /**
     * The answer as it is believed.
     *
     * @param rows all of the answer's, as declared
     * @param doubted the ex-dates of those that are not
     * @param finding why; empty if all are believed
     */
    public record Judged(List<Distribution> rows, Set<LocalDate> doubted, Optional<String> finding) {}

    /** @param sure whether the prices of the same answer are plausible */
    public Judged judge(List<Distribution> answer, boolean sure) {
        List<Distribution> rows = asDeclared(answer);
        Map<LocalDate, DayAmounts> read = days(rows);
        List<LocalDate> compared =
                read.keySet().stream().filter(stored::containsKey).toList();
        List<LocalDate> moved =
                compared.stream().filter(day -> isMoved(day, read)).toList();
        boolean held = !moved.isEmpty() && !(sure && isCorrection(moved));
        boolean confirmed = moved.size() < compared.size();
        Set<LocalDate> doubted = new HashSet<>(held ? moved : List.of());
        if (!confirmed && (held || !sure)) {
            read.keySet().stream().filter(day -> !stored.containsKey(day)).forEach(doubted::add);
        }
        return new Judged(
                rows.stream().map(row -> exact(row, read)).toList(),
                doubted,
                doubted.isEmpty() ? Optional.empty() : Optional.of(finding(read, moved, compared)));
    }

    /** Undoes what a source has adjusted for a recent split too early or too late. */
    private List<Distribution> asDeclared(List<Distribution> answer) {
        List<Distribution> rows = answer;
        for (Split split : splits) {
            if (split.date().isAfter(marketDay.minusDays(LIMITS.splitDays()))) {
                rows = LateAdjustment.of(split, stored, sums(rows))
                        .map(late -> undone(late, answer))
                        .orElse(rows);
            }
        }
        return rows;
    }

    private static List<Distribution> undone(LateAdjustment late, List<Distribution> rows) {
        return rows.stream()
                .map(row -> row.paying(late.undone(row.exDate(), row.amount()), true))
                .toList();
    }

    private static Map<LocalDate, DayAmounts> days(List<Distribution> rows) {
        Map<LocalDate, List<BigDecimal>> listed = new TreeMap<>();
        rows.forEach(row ->
                listed.computeIfAbsent(row.exDate(), any -> new ArrayList<>()).add(row.amount()));
        return listed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, day -> new DayAmounts(day.getValue()), (one, other) -> one, TreeMap::new));
    }

    private static Map<LocalDate, BigDecimal> sums(List<Distribution> rows) {
        return days(rows).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, day -> day.getValue().sum()));
    }

    /** Multiplied back, a rounded amount is less exact than what was said before the split. */
    private Distribution exact(Distribution row, Map<LocalDate, DayAmounts> read) {
        BigDecimal before = stored.get(row.exDate());
        DayAmounts now = read.get(row.exDate());
        return before == null
                        || now == null
                        || now.payments().size() > 1
                        || !isRounded(row.exDate(), before, row.amount())
                ? row
                : row.paying(before, true);
    }

    /** Sources that divide by later splits round what comes out; multiplied back, so is the rounding. */
    private boolean isRounded(LocalDate day, BigDecimal before, BigDecimal now) {
        BigDecimal shares = BigDecimal.ONE;
        boolean split = false;
        for (Split one : splits) {
            if (one.date().isAfter(day)) {
                split = true;
                shares = shares.multiply(one.numerator()).divide(one.denominator(), MathContext.DECIMAL64);
            }
        }
        BigDecimal most = shares.multiply(ROUNDING).add(before.multiply(NOISE));
        return split && before.subtract(now).abs().compareTo(most) <= 0;
    }

    /** A payment that is listed beside the stored one moves nothing. */
    private boolean isMoved(LocalDate day, Map<LocalDate, DayAmounts> read) {
        BigDecimal before = stored.get(day);
        DayAmounts now = read.get(day);
        return before != null
                && now != null
                && !DayAmounts.areSame(before, now.sum())
                && !isRounded(day, before, now.sum())
                && now.payments().stream().noneMatch(payment -> DayAmounts.areSame(before, payment));
    }

    private boolean isCorrection(List<LocalDate> moved) {
        return moved.size() < 2
                && moved.stream().allMatch(day -> day.isAfter(marketDay.minusDays(LIMITS.correctedDays())));
    }

    private String finding(Map<LocalDate, DayAmounts> read, List<LocalDate> moved, List<LocalDate> compared) {
        if (moved.isEmpty()) {
            return "reports implausible prices, and no stored dividend confirms its amounts";
        }
        LocalDate newest = moved.getLast();
        DayAmounts now = read.get(newest);
        String change = "reports %s on %s, but %s is stored"
                .formatted(
                        now == null ? "nothing" : now.sum().toPlainString(),
                        newest,
                        stored.getOrDefault(newest, BigDecimal.ZERO).toPlainString());
        return moved.size() == 1
                ? change + ", and no split explains it"
                : "%s (%d of %d stored dividends differ), and no split explains it"
                        .formatted(change, moved.size(), compared.size());
    }
}
