package dev.exdate.scraper;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.List;

/**
 * One kind of page of a source: how it is asked for, what it is worth, where its rows go.
 *
 * @param <Q> what tells one page from another
 * @param <A> a row as the source has it
 * @param <R> a row as it is stored
 */
public interface Pages<Q, A, R> {
    Unit unit(Q page);

    /** Called on many threads at once. */
    Answer<A> ask(Q page) throws InterruptedException;

    /** @param rows none where the source says that there is nothing */
    Judged<R> judge(Q page, List<A> rows) throws SQLException;

    /** In one transaction. */
    Written write(List<R> rows) throws SQLException;
}
