package dev.exdate.scraper;

import dev.exdate.guard.Screened;
import java.util.List;
import java.util.Optional;

/** What an answer is found to be worth. */
public sealed interface Judged<R> {
    /**
     * All of it comes in.
     *
     * @param rows to write; those that another answer tells better are left out
     * @param read rows of the answer
     */
    record Taken<R>(List<R> rows, long read) implements Judged<R> {
        public Taken {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Some rows come in, and it is asked for again.
     *
     * @param objection to the others
     */
    record Partly<R>(List<R> rows, String objection) implements Judged<R> {
        public Partly {
            rows = List.copyOf(rows);
        }
    }

    /** Nothing of it comes in, and it is asked for again. */
    record Refused<R>(String reason) implements Judged<R> {}

    static <R> Judged<R> taken(List<R> rows) {
        return new Taken<>(rows, rows.size());
    }

    static <R> Judged<R> refused(String reason) {
        return new Refused<>(reason);
    }

    /** The rows that a guard let through, with what it held back. */
    static <R> Judged<R> of(Screened<R> screened) {
        Optional<String> objection = screened.objection();
        return objection.isPresent() ? new Partly<>(screened.rows(), objection.get()) : taken(screened.rows());
    }
}
