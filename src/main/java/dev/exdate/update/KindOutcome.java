package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one kind of one symbol ended, with what each source said, in the order asked. The three ends stay apart: only
 * {@link Nothing} says something about the symbol.
 */
sealed interface KindOutcome {
    List<SourceAnswer> said();

    /** The last source asked gave rows. */
    record Data(List<SourceAnswer> said) implements KindOutcome {}

    /**
     * A source that knows the symbol had nothing, or every source asked knew nothing of it.
     *
     * @param unanimous whether all sources of this kind were asked: only then does it speak against the symbol
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

    /** What a source said that was not believed; empty when all was. */
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
     * Of answers without a settled one.
     *
     * @param sources how many sources of the kind there are; one that was given up is not asked
     */
    static KindOutcome open(List<SourceAnswer> said, long sources) {
        return !said.isEmpty() && said.stream().allMatch(SourceAnswer::knowsOfNothing)
                ? new Nothing(said, said.size() == sources)
                : new Failed(said);
    }
}
