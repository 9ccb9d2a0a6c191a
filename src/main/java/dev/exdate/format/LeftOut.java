package dev.exdate.format;

/**
 * Rows of an answer that could not be read.
 *
 * @param rows how many
 * @param of all of them, the unreadable ones included
 * @param what they are: {@code dividends}
 * @param first why the first of them could not be read
 */
public record LeftOut(int rows, int of, String what, String first) {
    private static final int ONE_IN = 10;

    /** Whether they are more than one in ten, so that the list can't count as read. */
    public boolean isMuch() {
        return (long) rows * ONE_IN > of;
    }

    /** One line. */
    public String words() {
        return "%d of %d %s can't be read; the first: %s".formatted(rows, of, what, first);
    }
}
