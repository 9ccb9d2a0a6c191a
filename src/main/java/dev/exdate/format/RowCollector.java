package dev.exdate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's rows. A row that cannot be read is left out, so that one slip of the source does not cost a whole
 * page; when most rows cannot be read, the layout has changed and none of them is believed.
 */
public final class RowCollector<R> {
    private static final int MOST_ROWS = 300_000;

    private final List<R> rows = new ArrayList<>();
    private int blank;
    private int unreadable;
    private boolean tooMany;
    private String first = "";

    /**
     * Adds what the supplier reads; null is a row without content. {@link NotReadable} counts against the layout: then,
     * and only then, the result is false.
     */
    public boolean add(Supplier<@Nullable R> row) {
        try {
            R read = row.get();
            if (read == null) {
                blank++;
            } else {
                keep(read);
            }
            return true;
        } catch (NotReadable e) {
            if (unreadable == 0) {
                first = String.valueOf(e.getMessage());
            }
            unreadable++;
            return false;
        }
    }

    private void keep(R row) {
        if (rows.size() < MOST_ROWS) {
            rows.add(row);
        } else {
            tooMany = true;
        }
    }

    /** {@code what} names the rows in the message of a failure: {@code distributions}. */
    public Answer<R> answer(String what) {
        if (tooMany) {
            return Answer.failed(Failure.MALFORMED, "more than %d %s".formatted(MOST_ROWS, what));
        }
        if (unreadable > rows.size() + blank || unreadable > 0 && rows.isEmpty()) {
            return Answer.failed(
                    Failure.LAYOUT_CHANGED,
                    "%d of %d %s cannot be read, the first: %s"
                            .formatted(unreadable, unreadable + rows.size() + blank, what, first));
        }
        return Answer.rowsOrNothing(rows);
    }
}
