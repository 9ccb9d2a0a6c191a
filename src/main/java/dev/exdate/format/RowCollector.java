package dev.exdate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's rows. One unreadable row is left out, and so is one in ten of a long list, so that a mistake of
 * the source does not cost a whole page; the answer says so. With more, the layout has changed and none of them is
 * believed.
 */
public final class RowCollector<R> {
    /** Nearly twice the longest list: all exchanges' prices of a day. */
    public static final int MOST_ROWS = 150_000;

    private final int most;
    private final List<R> rows = new ArrayList<>();
    private int blank;
    private int unreadable;
    private String first = "";

    /** For lists of any plausible length. */
    public RowCollector() {
        this(MOST_ROWS);
    }

    /** @param most rows of any kind; an answer with more is rejected */
    public RowCollector(int most) {
        this.most = most;
    }

    /**
     * Adds the supplier's row; null is a row without content. {@link UnreadableCell} counts against the layout; only
     * then the result is false.
     */
    public boolean add(Supplier<@Nullable R> row) {
        if (isFull()) {
            return true;
        }
        try {
            R read = row.get();
            if (read == null) {
                blank++;
            } else {
                rows.add(read);
            }
            return true;
        } catch (UnreadableCell e) {
            if (unreadable == 0) {
                first = String.valueOf(e.getMessage());
            }
            unreadable++;
            return false;
        }
    }

    /** Whether the answer is implausibly long; then nothing more is read and none of it is believed. */
    public boolean isFull() {
        return rows.size() + blank + unreadable > most;
    }

    /** {@code what} names the rows in failure messages: {@code distributions}. */
    public Answer<R> answer(String what) {
        if (isFull()) {
            return Answer.failed(Failure.MALFORMED, "more than %d %s".formatted(most, what));
        }
        LeftOut leftOut = new LeftOut(unreadable, unreadable + rows.size() + blank, what, first);
        if (unreadable > 1 && leftOut.isMuch() || unreadable > 0 && rows.isEmpty()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, leftOut.words());
        }
        return unreadable == 0 ? Answer.rowsOrNothing(rows) : new Answer.Rows<>(new PartialRows<>(rows, leftOut));
    }
}
