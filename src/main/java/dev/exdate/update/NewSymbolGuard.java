package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.NewSymbolRule;
import dev.exdate.guard.OverrideGate;
import dev.exdate.settings.SourceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A new symbol has no stored data to compare with. While a source contradicts itself about many known symbols, it is
 * not believed about new ones either; otherwise later correct rows would be compared with wrong ones. Used by one
 * thread.
 */
final class NewSymbolGuard {
    private static final NewSymbolRule RULE = NewSymbolRule.of(Limits.USUAL.sources());

    private final OverrideGate gate;
    private final Map<SourceId, Integer> compared = new HashMap<>();
    private final Map<SourceId, Integer> doubted = new HashMap<>();

    NewSymbolGuard(OverrideGate gate) {
        this.gate = gate;
    }

    void note(SymbolResult findings) {
        KindOutcome prices = findings.outcomes().get(DataKind.PRICES);
        if (prices == null || findings.due().tail().isEmpty()) {
            return;
        }
        for (SourceAnswer said : prices.said()) {
            boolean implausible =
                    said.answer() instanceof Answer.Failed<?> failed && failed.failure() == Failure.IMPLAUSIBLE;
            if (said.isData() || implausible) {
                compared.merge(said.source(), 1, Integer::sum);
                doubted.merge(said.source(), implausible ? 1 : 0, Integer::sum);
            }
        }
    }

    /** The result; for a new symbol it may be turned into a failure. */
    SymbolResult believed(SymbolResult findings) {
        SourceId source = findings.source(DataKind.PRICES);
        if (source == null || !findings.due().tail().isEmpty()) {
            return findings;
        }
        int wrong = doubted.getOrDefault(source, 0);
        int all = compared.getOrDefault(source, 0);
        if (!RULE.isDistrusted(wrong, all)) {
            return findings;
        }
        String symbol = findings.due().ticker().symbol();
        Optional<String> objection = gate.objection(
                Guard.PRICES,
                symbol,
                "%s is new, but %s is wrong about %d of %d known symbols".formatted(symbol, source.id(), wrong, all));
        return objection.isPresent() ? failed(findings, source, objection.get()) : findings;
    }

    private static SymbolResult failed(SymbolResult findings, SourceId source, String objection) {
        Map<DataKind, KindOutcome> outcomes = new EnumMap<>(findings.outcomes());
        Map<DataKind, SymbolReply> replies = new EnumMap<>(DataKind.class);
        replies.putAll(findings.replies());
        for (DataKind kind : findings.replies().keySet()) {
            if (findings.source(kind) == source) {
                List<SourceAnswer> said = new ArrayList<>(
                        Objects.requireNonNull(outcomes.get(kind)).said());
                said.add(new SourceAnswer(source, Answer.failed(Failure.IMPLAUSIBLE, objection)));
                outcomes.put(kind, new KindOutcome.Failed(said));
                replies.remove(kind);
            }
        }
        return new SymbolResult(findings.due(), outcomes, replies, findings.whole(), findings.eventsFrom());
    }
}
