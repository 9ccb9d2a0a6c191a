package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.AmountRule;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.RestatedAmounts;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Leaves out the implausible dividends of a reply, and only those. */
record DividendGuard(DueSymbol due, LocalDate marketDay, OverrideGate gate) {
    private static final AmountRule USUAL = new AmountRule(Limits.USUAL.amounts());

    /** @param sure whether the reply's prices are plausible */
    SymbolReply believed(SymbolReply reply, boolean sure) {
        List<Distribution> answer = reply.dividends().rowsOrEmpty();
        if (answer.isEmpty()) {
            return reply;
        }
        String source = reply.source().id();
        List<Split> splits = splits(reply);
        RestatedAmounts.Judged judged = new RestatedAmounts(saidBy(source), splits, marketDay).judge(answer, sure);
        List<String> held = new ArrayList<>();
        Set<LocalDate> left = new HashSet<>();
        judged.finding()
                .flatMap(finding -> objection("%s: %s %s".formatted(due.ticker(), source, finding)))
                .ifPresent(objection -> {
                    held.add(objection);
                    left.addAll(judged.doubted());
                });
        byDay(judged.rows()).forEach((day, amounts) -> {
            if (!left.contains(day)) {
                USUAL.finding(history(splits), day, amounts)
                        .flatMap(finding -> objection("%s: %s reports %s".formatted(due.ticker(), source, finding)))
                        .ifPresent(objection -> {
                            held.add(objection);
                            left.add(day);
                        });
            }
        });
        List<Distribution> rows = judged.rows().stream()
                .filter(row -> !left.contains(row.exDate()))
                .toList();
        return rows.isEmpty()
                ? reply.paying(Answer.failed(Failure.IMPLAUSIBLE, held.getFirst()), List.of())
                : reply.paying(new Answer.Rows<>(rows), held);
    }

    private Optional<String> objection(String finding) {
        return gate.objection(Guard.AMOUNTS, due.ticker().symbol(), finding);
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

    private AmountHistory history(List<Split> splits) {
        return new AmountHistory(
                due.paid(),
                List.of(),
                splits,
                due.tail().isEmpty() ? null : due.tail().getLast().close());
    }

    private static Map<LocalDate, List<BigDecimal>> byDay(List<Distribution> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Distribution::exDate,
                        TreeMap::new,
                        Collectors.mapping(Distribution::amount, Collectors.toList())));
    }
}
