package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.AmountHistory;
import dev.exdate.guard.AmountRule;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.PriceGuard;
import dev.exdate.guard.PricesAnswered;
import dev.exdate.guard.Violation;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Turns implausible answers into failed ones, so that another source is asked or nothing is written. */
final class AnswerGuard {
    private final PriceGuard prices;
    private final OverrideGate gate;

    AnswerGuard(PriceGuard prices, OverrideGate gate) {
        this.prices = prices;
        this.gate = gate;
    }

    /** The plausible part of the reply; if the prices are wrong, nothing of it is believed. */
    SymbolReply believed(DueSymbol due, SymbolSource source, SymbolQuery question, SymbolReply reply)
            throws InterruptedException {
        if (question.kinds().contains(DataKind.PRICES)) {
            Optional<String> objection = ofPrices(due, source, question, reply)
                    .flatMap(doubt -> gate.objection(doubt.guard(), due.ticker().symbol(), doubt.finding()));
            if (objection.isPresent()) {
                return SymbolReply.failed(source.id(), Failure.IMPLAUSIBLE, objection.get());
            }
        }
        Optional<String> objection = question.kinds().contains(DataKind.DIVIDENDS)
                ? ofDividends(due, source, reply)
                        .flatMap(finding ->
                                gate.objection(Guard.AMOUNTS, due.ticker().symbol(), finding))
                : Optional.empty();
        return objection.isPresent()
                ? new SymbolReply(
                        reply.source(),
                        reply.prices(),
                        Answer.failed(Failure.IMPLAUSIBLE, objection.get()),
                        reply.splits())
                : reply;
    }

    private Optional<Violation> ofPrices(DueSymbol due, SymbolSource source, SymbolQuery question, SymbolReply reply)
            throws InterruptedException {
        boolean splitsKnown = question.kinds().contains(DataKind.SPLITS);
        List<Split> splits = splitsKnown ? reply.splits().rowsOrEmpty() : List.of();
        Optional<Violation> violation = prices.of(due.known(), answered(source, question, reply, splits));
        if (splitsKnown || violation.filter(it -> it.guard() == Guard.PRICES).isEmpty()) {
            return violation;
        }
        SymbolReply asked = source.ask(question.only(EnumSet.of(DataKind.SPLITS)));
        return prices.of(
                due.known(), answered(source, question, reply, asked.splits().rowsOrEmpty()));
    }

    private static PricesAnswered answered(
            SymbolSource source, SymbolQuery question, SymbolReply reply, List<Split> splits) {
        return new PricesAnswered(source.id(), question.pricesFrom(), question.until(), reply.prices(), splits);
    }

    private static Optional<String> ofDividends(DueSymbol due, SymbolSource source, SymbolReply reply) {
        List<Split> splits = new ArrayList<>(due.splits());
        reply.splits().rowsOrEmpty().stream()
                .filter(split ->
                        due.splits().stream().noneMatch(known -> known.date().equals(split.date())))
                .forEach(splits::add);
        AmountHistory history = new AmountHistory(
                due.paid(),
                List.of(),
                splits,
                due.tail().isEmpty() ? null : due.tail().getLast().close());
        AmountRule rule = new AmountRule(Limits.USUAL.amounts());
        for (Distribution dividend : reply.dividends().rowsOrEmpty()) {
            Optional<String> finding = rule.finding(history, dividend.exDate(), dividend.amount());
            if (finding.isPresent()) {
                return finding.map(words ->
                        "%s: %s reports %s".formatted(due.ticker(), source.id().id(), words));
            }
        }
        return Optional.empty();
    }
}
