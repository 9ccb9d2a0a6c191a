package dev.exdate.task;

/**
 * What a task did, in numbers.
 *
 * @param asked requests to sources (or attempted units of work, if there is no source)
 * @param read rows from the sources
 * @param added new rows
 * @param changed rows whose content changed
 * @param same rows that were already stored unchanged
 * @param failed requests that failed
 * @param unreadable rows that could not be read and were left out
 */
public record Tally(long asked, long read, long added, long changed, long same, long failed, long unreadable) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally(long asked, long read, long added, long changed, long same, long failed) {
        this(asked, read, added, changed, same, failed, 0);
    }

    public Tally plus(Tally other) {
        return new Tally(
                asked + other.asked,
                read + other.read,
                added + other.added,
                changed + other.changed,
                same + other.same,
                failed + other.failed,
                unreadable + other.unreadable);
    }

    /** For the last line of a task's log: {@code asked 41, read 380, new 12, changed 1, same 367, failed 0}. */
    public String words() {
        return "asked %d, read %d, new %d, changed %d, same %d, failed %d"
                        .formatted(asked, read, added, changed, same, failed)
                + (unreadable == 0 ? "" : ", unreadable " + unreadable);
    }
}
