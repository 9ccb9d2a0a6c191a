package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outcome for one kind of one symbol, with each source's answer in the order asked. Only {@link Nothing} says
 * something about the symbol.
 */
sealed interface KindOutcome {
    List<SourceAnswer> said();

    /** The last source asked gave rows. */
    record Data(List<SourceAnswer> said) implements KindOutcome {}

    /**
     * A source that knows the symbol had nothing, or no source knows the symbol.
     *
     * @param unanimous whether all sources of this kind were asked; only then is it evidence against the symbol
     */
    record Nothing(List<SourceAnswer> said, boolean unanimous) implements KindOutcome {}

    /** No rows, and at least one source could not answer. */
    record Failed(List<SourceAnswer> said) implements KindOutcome {}

    /** As in {@code exdate.freshness}. */
    default String word() {
        return switch (this) {
            case Data data -> "data";
            case Nothing nothing -> "nothing";
            case Failed failed -> "failed";
        };
    }

    /** The rejected answer, if there was one. */
    default Optional<String> heldBack() {
        return said().stream()
                .map(SourceAnswer::answer)
                .filter(answer -> answer instanceof Answer.Failed<?> failed && failed.failure() == Failure.IMPLAUSIBLE)
                .map(answer -> ((Answer.Failed<?>) answer).message())
                .findFirst();
    }

    default String words() {
        return said().isEmpty()
                ? "no source was available"
                : said().stream().map(SourceAnswer::words).collect(Collectors.joining("; "));
    }

    /**
     * The outcome if no answer settled it.
     *
     * @param sources the number of sources of the kind, including those no longer asked
     */
    static KindOutcome open(List<SourceAnswer> said, long sources) {
        return !said.isEmpty() && said.stream().allMatch(SourceAnswer::knowsOfNothing)
                ? new Nothing(said, said.size() == sources)
                : new Failed(said);
    }
}
