package dev.exdate.format;

import java.util.List;

/**
 * What one answer of a source means. The three cases stay apart to the end: only {@link Nothing} allows the conclusion
 * that there is nothing; a {@link Failed} says nothing about the data.
 */
public sealed interface Answer<R> {
    /** At least one row. */
    record Rows<R>(List<R> rows) implements Answer<R> {
        public Rows {
            rows = List.copyOf(rows);
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("Rows needs at least one row; use Nothing");
            }
        }
    }

    /** The source said, in its own form, that there is nothing (an empty day, an unknown symbol). */
    record Nothing<R>() implements Answer<R> {}

    /** The source failed; {@code message} is one line for a person, without keys or addresses. */
    record Failed<R>(Failure failure, String message) implements Answer<R> {}

    /** Rows when there are some, else nothing. For formats whose empty form has been recognised already. */
    static <R> Answer<R> rowsOrNothing(List<R> rows) {
        return rows.isEmpty() ? new Nothing<>() : new Rows<>(rows);
    }

    static <R> Answer<R> nothing() {
        return new Nothing<>();
    }

    static <R> Answer<R> failed(Failure failure, String message) {
        return new Failed<>(failure, message);
    }

    /** The rows; empty for nothing and for a failure: ask {@link Failed} first where the difference matters. */
    default List<R> rowsOrEmpty() {
        return this instanceof Rows<R> some ? some.rows() : List.of();
    }
}
