package dev.exdate.update;

import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.AmountRule;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.PaymentRule;
import dev.exdate.guard.Violation;
import dev.exdate.market.AdjustedCloses;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.truth.DayAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the payments of an answer are plausible, beside what is stored, each other, and the prices. */
final class NewPayments {
    private static final AmountRule USUAL = new AmountRule(Limits.USUAL.amounts());

    private final DueSymbol due;
    private final Map<LocalDate, List<BigDecimal>> days;
    private final List<Split> splits;
    private final PriceBars bars;
    private final PaymentRule rule;
    private final BigDecimal usual;

    /**
     * @param days of the answer, as declared
     * @param bars of the same answer
     */
    NewPayments(DueSymbol due, Map<LocalDate, List<BigDecimal>> days, List<Split> splits, PriceBars bars) {
        this.due = due;
        this.days = days;
        this.splits = splits;
        this.bars = bars;
        NavigableMap<LocalDate, BigDecimal> cash = cash();
        this.rule = new PaymentRule(bars, cash);
        List<BigDecimal> amounts = cash.values().stream().sorted().toList();
        this.usual = amounts.get(amounts.size() / 2);
    }

    private NavigableMap<LocalDate, BigDecimal> cash() {
        NavigableMap<LocalDate, BigDecimal> cash = new TreeMap<>();
        due.paid()
                .forEach(paid ->
                        cash.put(paid.exDate(), AdjustedCloses.splitAdjusted(paid.amount(), paid.exDate(), splits)));
        days.forEach((day, amounts) ->
                cash.put(day, AdjustedCloses.splitAdjusted(new DayAmounts(amounts).sum(), day, splits)));
        return cash;
    }

    /** What is wrong with the answer's payments of a day. */
    Optional<Violation> doubt(LocalDate day) {
        List<BigDecimal> amounts = days.getOrDefault(day, List.of());
        boolean stored = due.paid().stream().anyMatch(paid -> paid.exDate().equals(day));
        Optional<Violation> impossible = stored ? Optional.empty() : rule.of(day, isForeign());
        if (impossible.isPresent()) {
            return impossible;
        }
        return unusual(day, amounts)
                .filter(finding -> stored || !rule.isShown(day))
                .map(finding -> new Violation(Guard.AMOUNTS, finding));
    }

    private Optional<String> unusual(LocalDate day, List<BigDecimal> amounts) {
        if (!due.paid().isEmpty()) {
            BigDecimal close =
                    due.tail().isEmpty() ? null : due.tail().getLast().close();
            return USUAL.finding(new AmountHistory(due.paid(), List.of(), splits, close), day, amounts);
        }
        return isFarFromUsual(day) ? USUAL.finding(besideEachOther(day), day, amounts) : Optional.empty();
    }

    /** Hardly any is, and only those are worth a closer look. */
    private boolean isFarFromUsual(LocalDate day) {
        BigDecimal cash = rule.cash().getOrDefault(day, usual);
        BigDecimal far = Limits.USUAL.amounts().far();
        return cash.compareTo(usual.multiply(far)) >= 0 || usual.compareTo(cash.multiply(far)) >= 0;
    }

    private AmountHistory besideEachOther(LocalDate day) {
        List<AmountHistory.Paid> others = new ArrayList<>();
        days.forEach((other, amounts) -> {
            if (!other.equals(day)) {
                others.add(new AmountHistory.Paid(other, new DayAmounts(amounts).sum()));
            }
        });
        int bar = bars.first(day);
        return new AmountHistory(
                List.of(), others, splits, bar == 0 ? null : bars.get(bar - 1).close());
    }

    /** Canadian symbols have a suffix; those of foreign shares off the exchanges end with F and Y. */
    private boolean isForeign() {
        String symbol = due.ticker().symbol();
        return symbol.indexOf('.') > 0 || symbol.length() == 5 && (symbol.endsWith("Y") || symbol.endsWith("F"));
    }
}
