package dev.exdate.update;

import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.PriceGuard;
import dev.exdate.guard.PricesAnswered;
import dev.exdate.guard.Violation;
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
     * The plausible part of the reply. If the prices are in another unit, they and the splits are not believed, and
     * dividends only if they agree with the stored ones; if they are old or short, nothing is.
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
        SymbolReply failed = SymbolReply.failed(source.id(), Failure.IMPLAUSIBLE, objection.get());
        return violation.filter(doubt -> doubt.guard() == Guard.PRICES).isEmpty()
                ? failed
                : withDividends(
                        due,
                        question,
                        new SymbolReply(source.id(), failed.prices(), reply.dividends(), failed.splits()),
                        false);
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
