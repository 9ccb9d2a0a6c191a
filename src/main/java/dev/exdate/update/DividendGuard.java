package dev.exdate.update;

import dev.exdate.finding.Code;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.RestatedAmounts;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Leaves out the implausible dividends of a reply, and only those. */
record DividendGuard(DueSymbol due, LocalDate marketDay, OverrideGate gate) {
    /** @param sure whether the reply's prices are plausible */
    SymbolReply believed(SymbolReply reply, boolean sure) {
        List<Distribution> answer = reply.dividends().rowsOrEmpty();
        if (answer.isEmpty()) {
            return reply;
        }
        String source = reply.source().id();
        List<Split> splits = splits(reply);
        RestatedAmounts.Judged judged = new RestatedAmounts(saidBy(source), splits, marketDay).judge(answer, sure);
        Map<LocalDate, List<BigDecimal>> days = byDay(judged.rows());
        Map<LocalDate, HeldValue> held = new TreeMap<>();
        judged.finding()
                .flatMap(finding -> objection(Guard.AMOUNTS, "%s: %s %s".formatted(due.ticker(), source, finding)))
                .ifPresent(objection -> judged.doubted()
                        .forEach(day -> held.put(
                                day,
                                new HeldValue(
                                        Code.RESTATEMENT, day, words(days.getOrDefault(day, List.of())), objection))));
        NewPayments payments = new NewPayments(due, days, splits, bars(reply));
        days.forEach((day, amounts) -> {
            if (!held.containsKey(day)) {
                payments.doubt(day)
                        .flatMap(doubt -> objection(
                                doubt.guard(), "%s: %s reports %s".formatted(due.ticker(), source, doubt.finding())))
                        .ifPresent(objection -> held.put(day, new HeldValue(code(), day, words(amounts), objection)));
            }
        });
        List<Distribution> rows = judged.rows().stream()
                .filter(row -> !held.containsKey(row.exDate()))
                .toList();
        List<HeldValue> values = List.copyOf(held.values());
        return rows.isEmpty()
                ? reply.paying(
                        Answer.failed(Failure.IMPLAUSIBLE, values.getFirst().objection()), values)
                : reply.paying(new Answer.Rows<>(rows), values);
    }

    private Code code() {
        return due.tail().isEmpty() ? Code.FIRST_LOAD : Code.HELD_BACK;
    }

    private static String words(List<BigDecimal> amounts) {
        return amounts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" + "));
    }

    private static PriceBars bars(SymbolReply reply) {
        return PriceBars.of(reply.prices() instanceof Answer.Rows<PriceBar>(List<PriceBar> rows) ? rows : reply.rest());
    }

    private Optional<String> objection(Guard guard, String finding) {
        return gate.objection(guard, due.ticker().symbol(), finding);
    }

    private Map<LocalDate, BigDecimal> saidBy(String source) {
        return due.paid().stream()
                .filter(paid -> source.equals(paid.source()))
                .collect(Collectors.toMap(AmountHistory.Paid::exDate, AmountHistory.Paid::amount, (one, two) -> one));
    }

    private List<Split> splits(SymbolReply reply) {
        List<Split> splits = new ArrayList<>(due.splits());
        reply.splits().rowsOrEmpty().stream()
                .filter(split ->
                        due.splits().stream().noneMatch(known -> known.date().equals(split.date())))
                .forEach(splits::add);
        return splits;
    }

    private static Map<LocalDate, List<BigDecimal>> byDay(List<Distribution> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Distribution::exDate,
                        TreeMap::new,
                        Collectors.mapping(Distribution::amount, Collectors.toList())));
    }
}
