package dev.exdate.discovery;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import java.util.Optional;
import java.util.function.Function;

/** A directory whose lines are turned into listed symbols one by one. */
record ListedSymbols<R>(
        String name,
        boolean required,
        ListingRules.Reach reach,
        Reading<R> reading,
        Function<R, Optional<ListedSymbol>> listed)
        implements SymbolDirectory {
    /** Asks the source. */
    @FunctionalInterface
    interface Reading<R> {
        Answer<R> read() throws InterruptedException;
    }

    @Override
    public Answer<ListedSymbol> read() throws InterruptedException {
        return Answers.map(
                reading.read(),
                rows -> rows.stream().map(listed).flatMap(Optional::stream).toList());
    }
}
