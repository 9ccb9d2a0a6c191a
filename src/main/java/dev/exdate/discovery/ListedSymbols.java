package dev.exdate.discovery;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import java.util.List;
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
        return switch (reading.read()) {
            case Answer.Failed<R>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<R> ignored -> Answer.nothing();
            case Answer.Rows<R>(List<R> rows) ->
                Answer.rowsOrNothing(
                        rows.stream().map(listed).flatMap(Optional::stream).toList());
        };
    }
}
