package dev.exdate.format;

import java.util.List;
import java.util.Optional;

/**
 * The meaning of one answer of a source. The three cases are never mixed: only {@link Nothing} means that there is
 * nothing; {@link Failed} says nothing about the data.
 */
public sealed interface Answer<R> {
    /** At least one row; whoever gives the list does not change it any more. */
    record Rows<R>(List<R> rows) implements Answer<R> {
        public Rows {
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("Rows needs at least one row; use Nothing");
            }
        }
    }

    /** The source said, in its own form, that there is nothing (an empty day, an unknown symbol). */
    record Nothing<R>() implements Answer<R> {}

    /** The source failed; {@code message} is one line for a person, without keys or addresses. */
    record Failed<R>(Failure failure, String message) implements Answer<R> {}

    /** Rows if there are some, else nothing. For formats whose empty form has already been recognised. */
    static <R> Answer<R> rowsOrNothing(List<R> rows) {
        return rows.isEmpty() ? new Nothing<>() : new Rows<>(rows);
    }

    /** What was made of another answer's rows; what that answer left out is left out of these too. */
    static <R> Answer<R> made(Answer<?> of, List<R> rows) {
        return rows.isEmpty()
                ? new Nothing<>()
                : new Rows<>(of.leftOut()
                        .<List<R>>map(out -> new PartialRows<>(rows, out))
                        .orElse(rows));
    }

    static <R> Answer<R> nothing() {
        return new Nothing<>();
    }

    static <R> Answer<R> failed(Failure failure, String message) {
        return new Failed<>(failure, message);
    }

    /** The rows that could not be read, where others could. */
    default Optional<LeftOut> leftOut() {
        return this instanceof Rows<R>(List<R> rows) && rows instanceof PartialRows<R> partial
                ? Optional.of(partial.leftOut())
                : Optional.empty();
    }

    /** The rows; empty for nothing and for a failure. Check {@link Failed} first if the difference matters. */
    default List<R> rowsOrEmpty() {
        return this instanceof Rows<R> some ? some.rows() : List.of();
    }
}
