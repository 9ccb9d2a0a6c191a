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
sealed interface Outcome {
    List<Said> said();

    /** The last source asked gave rows. */
    record Data(List<Said> said) implements Outcome {}

    /**
     * A source that knows the symbol had nothing, or every source asked knew nothing of it.
     *
     * @param unanimous whether all sources of this kind were asked: only then does it speak against the symbol
     */
    record Nothing(List<Said> said, boolean unanimous) implements Outcome {}

    /** No rows, and at least one source could not answer. */
    record Failed(List<Said> said) implements Outcome {}

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
                .map(Said::answer)
                .filter(answer -> answer instanceof Answer.Failed<?> failed && failed.failure() == Failure.IMPLAUSIBLE)
                .map(answer -> ((Answer.Failed<?>) answer).message())
                .findFirst();
    }

    default String words() {
        return said().isEmpty()
                ? "no source could be asked"
                : said().stream().map(Said::words).collect(Collectors.joining("; "));
    }

    /**
     * Of answers without a settled one.
     *
     * @param sources how many sources of the kind there are; one that was given up is not asked
     */
    static Outcome open(List<Said> said, long sources) {
        return !said.isEmpty() && said.stream().allMatch(Said::knowsOfNothing)
                ? new Nothing(said, said.size() == sources)
                : new Failed(said);
    }
}
