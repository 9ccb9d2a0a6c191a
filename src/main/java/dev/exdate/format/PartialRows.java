package dev.exdate.format;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The rows of an answer of which others could not be read. */
final class PartialRows<R> extends AbstractList<R> implements RandomAccess {
    private final List<R> rows;
    private final LeftOut leftOut;

    PartialRows(List<R> rows, LeftOut leftOut) {
        this.rows = List.copyOf(rows);
        this.leftOut = leftOut;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    @Override
    public R get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
