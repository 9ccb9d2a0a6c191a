package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.settings.SourceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the sources one after another, each for the kinds that the earlier ones have not settled. Thread-safe. */
final class SourceOrder {
    private final List<SymbolSource> sources;
    private final SourceHealth health;
    private final AnswerGuard guard;

    /** @param sources in order of preference */
    SourceOrder(List<SymbolSource> sources, SourceHealth health, AnswerGuard guard) {
        this.guard = guard;
        this.sources = sources.stream().filter(SymbolSource::usable).toList();
        this.health = health;
    }

    /** The ids of the usable sources. */
    List<SourceId> ids() {
        return sources.stream().map(SymbolSource::id).toList();
    }

    /** The source that is asked first for this kind, if any is left. */
    Optional<SymbolSource> first(DataKind kind) {
        return sources.stream()
                .filter(source -> source.gives(kind) && health.mayAsk(source.id(), kind))
                .findFirst();
    }

    /** Whether any source is left for this kind. */
    boolean anyLeft(DataKind kind) {
        return sources.stream().anyMatch(source -> source.gives(kind) && health.mayAsk(source.id(), kind));
    }

    SymbolResult ask(DueSymbol due, SymbolQuery question) throws InterruptedException {
        Map<DataKind, List<SourceAnswer>> said = new EnumMap<>(DataKind.class);
        Map<DataKind, KindOutcome> settled = new EnumMap<>(DataKind.class);
        Map<DataKind, SymbolReply> replies = new EnumMap<>(DataKind.class);
        Optional<SymbolReply> rest = Optional.empty();
        for (SymbolSource source : sources) {
            Set<DataKind> open = EnumSet.noneOf(DataKind.class);
            for (DataKind kind : question.kinds()) {
                if (!settled.containsKey(kind) && source.gives(kind) && health.mayAsk(source.id(), kind)) {
                    open.add(kind);
                }
            }
            if (!open.isEmpty()) {
                SymbolReply reply = ask(source, due, question.only(open));
                rest = rest.or(reply::ofRest);
                for (DataKind kind : open) {
                    health.note(source.id(), kind, reply.answer(kind));
                    said.computeIfAbsent(kind, any -> new ArrayList<>())
                            .add(new SourceAnswer(source.id(), reply.answer(kind)));
                    if (reply.answer(kind) instanceof Answer.Rows<?>) {
                        settled.put(kind, new KindOutcome.Data(said.get(kind)));
                        replies.put(kind, reply);
                    } else if (isFinal(kind, reply, open)) {
                        settled.put(kind, new KindOutcome.Nothing(said.get(kind), false));
                    }
                }
            }
        }
        for (DataKind kind : question.kinds()) {
            settled.computeIfAbsent(kind, open -> KindOutcome.open(said.getOrDefault(open, List.of()), giving(open)));
        }
        // No other source has all of the prices: then the good ones of an answer that is not believed as a whole.
        rest.ifPresent(good -> replies.putIfAbsent(DataKind.PRICES, good));
        return new SymbolResult(due, settled, replies, false, question.eventsFrom());
    }

    private SymbolReply ask(SymbolSource source, DueSymbol due, SymbolQuery question) throws InterruptedException {
        return guard.believed(due, source, question, source.ask(question));
    }

    private long giving(DataKind kind) {
        return sources.stream().filter(source -> source.gives(kind)).count();
    }

    /** Asks one source again, for everything in the question. */
    SymbolReply askAgain(SourceId id, DueSymbol due, SymbolQuery question) throws InterruptedException {
        for (SymbolSource source : sources) {
            if (source.id().equals(id)) {
                return ask(source, due, question);
            }
        }
        throw new IllegalArgumentException("not a source in this run: " + id);
    }

    /**
     * Most symbols pay nothing, and then no other source need be asked. "No dividends" is believed unless the source
     * was also asked for prices and had none, that is, does not know the symbol.
     */
    private static boolean isFinal(DataKind kind, SymbolReply reply, Set<DataKind> asked) {
        return kind != DataKind.PRICES
                && reply.answer(kind) instanceof Answer.Nothing<?>
                && (!asked.contains(DataKind.PRICES) || reply.prices() instanceof Answer.Rows<?>);
    }
}
