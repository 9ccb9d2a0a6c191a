package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Gate;
import dev.exdate.guard.Guard;
import dev.exdate.settings.SourceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a new symbol has is held against nothing. While a source contradicts itself for many of the symbols that are
 * known, it is not believed for new ones either: wrong rows would be what right ones are held against. Used by one thread.
 */
final class Distrust {
    private static final int FEWEST_DOUBTED = 3;

    private final Gate gate;
    private final Map<SourceId, Integer> compared = new EnumMap<>(SourceId.class);
    private final Map<SourceId, Integer> doubted = new EnumMap<>(SourceId.class);

    Distrust(Gate gate) {
        this.gate = gate;
    }

    void note(Findings findings) {
        Outcome prices = findings.outcomes().get(Kind.PRICES);
        if (prices == null || findings.due().tail().isEmpty()) {
            return;
        }
        for (Said said : prices.said()) {
            boolean implausible =
                    said.answer() instanceof Answer.Failed<?> failed && failed.failure() == Failure.IMPLAUSIBLE;
            if (said.isData() || implausible) {
                compared.merge(said.source(), 1, Integer::sum);
                doubted.merge(said.source(), implausible ? 1 : 0, Integer::sum);
            }
        }
    }

    /** The findings, or those of a new symbol as failed. */
    Findings believed(Findings findings) {
        SourceId source = findings.source(Kind.PRICES);
        if (source == null || !findings.due().tail().isEmpty()) {
            return findings;
        }
        int wrong = doubted.getOrDefault(source, 0);
        int all = compared.getOrDefault(source, 0);
        if (wrong < FEWEST_DOUBTED || wrong * 3 < all) {
            return findings;
        }
        String symbol = findings.due().ticker().symbol();
        Optional<String> objection = gate.objection(
                Guard.PRICES,
                symbol,
                "%s is new, and %s is wrong about %d of %d known symbols".formatted(symbol, source.id(), wrong, all));
        return objection.isPresent() ? failed(findings, source, objection.get()) : findings;
    }

    private static Findings failed(Findings findings, SourceId source, String objection) {
        Map<Kind, Outcome> outcomes = new EnumMap<>(findings.outcomes());
        Map<Kind, Reply> replies = new EnumMap<>(Kind.class);
        replies.putAll(findings.replies());
        for (Kind kind : findings.replies().keySet()) {
            if (findings.source(kind) == source) {
                List<Said> said = new ArrayList<>(
                        Objects.requireNonNull(outcomes.get(kind)).said());
                said.add(new Said(source, Answer.failed(Failure.IMPLAUSIBLE, objection)));
                outcomes.put(kind, new Outcome.Failed(said));
                replies.remove(kind);
            }
        }
        return new Findings(findings.due(), outcomes, replies, findings.whole());
    }
}
