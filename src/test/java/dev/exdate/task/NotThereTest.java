package dev.exdate.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotThereTest {
    private static NotThere missing(List<String> asked, Set<String> known) {
        return NotThere.of("symbol", "symbols", asked, known, "`exdate discover` loads new symbols")
                .orElseThrow();
    }

    @Test
    void whatIsThereIsNotMissing() {
        assertThat(NotThere.of("symbol", "symbols", List.of("A", "B"), Set.of("A", "B", "C"), ""))
                .isEmpty();
    }

    @Test
    void oneIsNamedWithItsNearest() {
        assertThat(missing(List.of("A", "MSTZ"), Set.of("A", "MSTY")).words())
                .isEqualTo("unknown symbol MSTZ (nearest: MSTY)");
    }

    @Test
    void oneThatResemblesNoneComesWithHowToGetIt() {
        assertThat(missing(List.of("A", "AAPL"), Set.of("A", "AA", "BDP")).words())
                .isEqualTo("unknown symbol AAPL (none is similar; `exdate discover` loads new symbols)");
        assertThat(missing(List.of("AAPL", "MSTZ"), Set.of("MSTY")).words())
                .isEqualTo("2 unknown symbols: AAPL, MSTZ (nearest: MSTY) (`exdate discover` loads new symbols)");
    }

    @Test
    void ofManyTheFirstTwentyAreNamed() {
        List<String> many = IntStream.range(0, 25_000).mapToObj(i -> "Q" + i).toList();
        assertThat(missing(many, Set.of("ZZTA")).words())
                .startsWith("25,000 unknown symbols: Q0, Q1, ")
                .endsWith(", Q19 and 24,980 more (`exdate discover` loads new symbols)");
    }

    @Test
    void aTaskThatDidTheRestHasFailed() {
        NotThere missing = missing(List.of("A", "MSTZ"), Set.of("A", "MSTY"));
        Tally tally = new Tally(1, 2, 3, 0, 0, 0);
        assertThat(NotThere.after(new TaskOutcome.Succeeded(tally), Optional.of(missing)))
                .isEqualTo(new TaskOutcome.Failed("unknown symbol MSTZ (nearest: MSTY); all else was done", tally));
    }

    @Test
    void anotherReasonComesFirst() {
        TaskOutcome skipped = new TaskOutcome.Skipped("the source is disabled");
        assertThat(NotThere.after(skipped, Optional.of(missing(List.of("X"), Set.of()))))
                .isEqualTo(skipped);
    }
}
