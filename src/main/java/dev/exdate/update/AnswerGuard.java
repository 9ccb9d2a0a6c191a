package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.PriceGuard;
import dev.exdate.guard.PricesAnswered;
import dev.exdate.guard.Violation;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
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

    /**
     * The plausible part of the reply. If prices are in another unit, those days and new splits are not believed; if
     * all are, dividends only if they agree with the stored ones. If they are old or short, nothing is.
     */
    SymbolReply believed(DueSymbol due, SymbolSource source, SymbolQuery question, SymbolReply reply)
            throws InterruptedException {
        Optional<Violation> violation =
                question.kinds().contains(DataKind.PRICES) ? ofPrices(due, source, question, reply) : Optional.empty();
        Optional<String> objection = violation.flatMap(
                doubt -> gate.objection(doubt.guard(), due.ticker().symbol(), doubt.finding()));
        if (objection.isEmpty()) {
            return withDividends(due, question, reply, true);
        }
        return violation
                .filter(doubt -> doubt.guard() == Guard.PRICES)
                .map(doubt -> exact(due, reply, doubt, objection.get()))
                .map(exact -> withDividends(due, question, exact, !exact.rest().isEmpty()))
                .orElseGet(() -> SymbolReply.failed(source.id(), Failure.IMPLAUSIBLE, objection.get()));
    }

    /** Without the doubted days, and without splits that nobody has known until now. */
    private static SymbolReply exact(DueSymbol due, SymbolReply reply, Violation doubt, String objection) {
        PriceBars bars = PriceBars.of(reply.prices().rowsOrEmpty());
        PriceBars rest = bars.keep(i -> !doubt.doubted().contains(bars.date(i)));
        boolean known = reply.splits().rowsOrEmpty().stream()
                .allMatch(split -> due.splits().stream().anyMatch(split::isSame));
        return new SymbolReply(
                reply.source(),
                Answer.failed(Failure.IMPLAUSIBLE, objection),
                reply.dividends(),
                known ? reply.splits() : Answer.failed(Failure.IMPLAUSIBLE, objection),
                List.of(),
                rest);
    }

    private SymbolReply withDividends(DueSymbol due, SymbolQuery question, SymbolReply reply, boolean sure) {
        return question.kinds().contains(DataKind.DIVIDENDS)
                ? new DividendGuard(due, question.until(), gate).believed(reply, sure)
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
}
