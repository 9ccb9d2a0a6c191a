package dev.exdate.scraper;

import dev.exdate.guard.Screened;
import java.util.List;
import java.util.Optional;

/** A guard's decision about an answer. */
public sealed interface Judged<R> {
    /**
     * The rows are stored, and the page is done.
     *
     * @param the rows to write, without those that another page knows better
     * @param read the number of rows in the answer
     */
    record Taken<R>(List<R> rows, long read) implements Judged<R> {
        public Taken {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Some rows are stored; the next run asks for the page again.
     *
     * @param objection why the others were rejected
     */
    record Partly<R>(List<R> rows, String objection) implements Judged<R> {
        public Partly {
            rows = List.copyOf(rows);
        }
    }

    /** Nothing is stored; the next run asks for the page again. */
    record Refused<R>(String reason) implements Judged<R> {}

    static <R> Judged<R> taken(List<R> rows) {
        return new Taken<>(rows, rows.size());
    }

    static <R> Judged<R> refused(String reason) {
        return new Refused<>(reason);
    }

    /** Takes the rows that a guard accepted. */
    static <R> Judged<R> of(Screened<R> screened) {
        Optional<String> objection = screened.objection();
        return objection.isPresent() ? new Partly<>(screened.rows(), objection.get()) : taken(screened.rows());
    }
}
