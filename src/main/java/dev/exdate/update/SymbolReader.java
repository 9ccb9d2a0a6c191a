package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.guard.Limits;
import dev.exdate.guard.RestatementRule;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the due kinds of a symbol, and its whole series if the past was restated. Thread-safe. */
final class SymbolReader {
    private final SourceOrder sources;
    private final MarketProgress horizon;
    private final @Nullable LocalDate from;

    /** @param from the first day to read for every symbol; null for whatever is due */
    SymbolReader(SourceOrder sources, MarketProgress horizon, @Nullable LocalDate from) {
        this.sources = sources;
        this.horizon = horizon;
        this.from = from;
    }

    /** @throws SourcesDown if no source is left for prices or dividends that are due */
    SymbolResult read(DueSymbol due) throws InterruptedException, SourcesDown {
        for (DataKind kind : due.kinds()) {
            if (kind != DataKind.SPLITS && !sources.anyLeft(kind)) {
                throw new SourcesDown(kind);
            }
        }
        LocalDate day = horizon.marketDay();
        SymbolQuery question = new SymbolQuery(
                due.ticker(),
                due.kinds(),
                from != null ? from : due.pricesFrom(day),
                from != null ? from : due.eventsFrom(day),
                day);
        SymbolResult found = sources.ask(due, question);
        boolean restated =
                new RestatementRule(Limits.USUAL.prices()).isRestated(due.known(), found.bars(), found.splits());
        return restated || lacksSplits(found) ? whole(found, question) : found;
    }

    private static boolean lacksSplits(SymbolResult found) {
        SourceId source = found.source(DataKind.PRICES);
        return source != null
                && source.equals(found.source(DataKind.SPLITS))
                && found.due().lacksAnyOf(found.splits());
    }

    /**
     * The same kinds from the source that gave the prices, from the first stored day on. If that fails, the prices have
     * failed and none is written but those that are good on their own. If only the overlap were written, nobody would
     * notice later that the older rows are out of date.
     */
    private SymbolResult whole(SymbolResult found, SymbolQuery question) throws InterruptedException {
        SourceId source = Objects.requireNonNull(found.source(DataKind.PRICES));
        Map<DataKind, KindOutcome> outcomes = new EnumMap<>(found.outcomes());
        Map<DataKind, SymbolReply> replies = new EnumMap<>(DataKind.class);
        replies.putAll(found.replies());
        LocalDate first = found.due().wholeFrom(horizon.marketDay());
        SymbolReply reply = sources.askAgain(source, found.due(), question.whole(first));
        for (DataKind kind : found.replies().keySet()) {
            if (found.source(kind) == source && reply.answer(kind) instanceof Answer.Rows<?>) {
                replies.put(kind, reply);
            }
        }
        if (!(reply.prices() instanceof Answer.Rows<?>)) {
            List<SourceAnswer> said = new ArrayList<>(
                    Objects.requireNonNull(outcomes.get(DataKind.PRICES)).said());
            said.add(new SourceAnswer(source, reply.prices()));
            outcomes.put(DataKind.PRICES, new KindOutcome.Failed(said));
            reply.ofRest()
                    .ifPresentOrElse(good -> replies.put(DataKind.PRICES, good), () -> replies.remove(DataKind.PRICES));
        }
        return new SymbolResult(found.due(), outcomes, replies, true, first);
    }
}
