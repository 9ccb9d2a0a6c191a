package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.settings.SourceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the sources one after another, each for what the ones before it have not settled. Thread-safe. */
final class SourceOrder {
    private final List<SymbolSource> sources;
    private final SourceHealth health;
    private final AnswerGuard guard;

    /** @param sources first the one to prefer */
    SourceOrder(List<SymbolSource> sources, SourceHealth health, AnswerGuard guard) {
        this.guard = guard;
        this.sources = sources.stream().filter(SymbolSource::usable).toList();
        this.health = health;
    }

    /** The ids of those that can be asked at all. */
    List<SourceId> ids() {
        return sources.stream().map(SymbolSource::id).toList();
    }

    /** Whether someone is left to ask for this kind. */
    boolean anyLeft(Kind kind) {
        return sources.stream().anyMatch(source -> source.gives(kind) && health.mayAsk(source.id(), kind));
    }

    Findings ask(DueSymbol due, Question question) throws InterruptedException {
        Map<Kind, List<Said>> said = new EnumMap<>(Kind.class);
        Map<Kind, Outcome> settled = new EnumMap<>(Kind.class);
        Map<Kind, Reply> replies = new EnumMap<>(Kind.class);
        for (SymbolSource source : sources) {
            Set<Kind> open = EnumSet.noneOf(Kind.class);
            for (Kind kind : question.kinds()) {
                if (!settled.containsKey(kind) && source.gives(kind) && health.mayAsk(source.id(), kind)) {
                    open.add(kind);
                }
            }
            if (!open.isEmpty()) {
                Reply reply = ask(source, due, question.only(open));
                for (Kind kind : open) {
                    health.note(source.id(), kind, reply.answer(kind));
                    said.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Said(source.id(), reply.answer(kind)));
                    if (reply.answer(kind) instanceof Answer.Rows<?>) {
                        settled.put(kind, new Outcome.Data(said.get(kind)));
                        replies.put(kind, reply);
                    } else if (isFinal(kind, reply, open)) {
                        settled.put(kind, new Outcome.Nothing(said.get(kind), false));
                    }
                }
            }
        }
        for (Kind kind : question.kinds()) {
            settled.computeIfAbsent(kind, open -> Outcome.open(said.getOrDefault(open, List.of()), giving(open)));
        }
        return new Findings(due, settled, replies, false);
    }

    private Reply ask(SymbolSource source, DueSymbol due, Question question) throws InterruptedException {
        return guard.believed(due, source, question, source.ask(question));
    }

    private long giving(Kind kind) {
        return sources.stream().filter(source -> source.gives(kind)).count();
    }

    /** Asks one source for all of it again; empty kinds of the question are none. */
    Reply askAgain(SourceId id, DueSymbol due, Question question) throws InterruptedException {
        for (SymbolSource source : sources) {
            if (source.id() == id) {
                return ask(source, due, question);
            }
        }
        throw new IllegalArgumentException("not a source of this run: " + id);
    }

    /**
     * Most symbols pay nothing, and no other source need be asked for that: "no dividends" is believed unless the source
     * was asked for prices in the same breath and had none, that is, does not know the symbol.
     */
    private static boolean isFinal(Kind kind, Reply reply, Set<Kind> asked) {
        return kind != Kind.PRICES
                && reply.answer(kind) instanceof Answer.Nothing<?>
                && (!asked.contains(Kind.PRICES) || reply.prices() instanceof Answer.Rows<?>);
    }
}
