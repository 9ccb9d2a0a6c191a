package dev.exdate.scraper;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.List;

/**
 * One kind of page of a source: how to request, judge and store it.
 *
 * @param <Q> what identifies a page
 * @param <A> a row of the source
 * @param <R> a row of the table
 */
public interface Pages<Q, A, R> {
    Unit unit(Q page);

    /** Called by several threads at once. */
    Answer<A> ask(Q page) throws InterruptedException;

    /** What the page says was refused, wholly or in part: a kept answer is not used again. */
    default void distrust(Q page) {}

    /** @param rows empty if the source says that there is nothing */
    Judged<R> judge(Q page, List<A> rows) throws SQLException;

    /** In one transaction. */
    Written write(List<R> rows) throws SQLException;
}
