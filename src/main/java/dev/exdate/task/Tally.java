package dev.exdate.task;

/**
 * What a task did, in numbers.
 *
 * @param asked questions put to sources (or units of work tried, where there is no source)
 * @param read rows the sources gave
 * @param added rows that were not there before
 * @param changed rows that were there with other content
 * @param same rows that were there already as they are
 * @param failed questions that ended in a failure
 */
public record Tally(long asked, long read, long added, long changed, long same, long failed) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                asked + other.asked,
                read + other.read,
                added + other.added,
                changed + other.changed,
                same + other.same,
                failed + other.failed);
    }

    /** For the last line of a task's log: {@code asked 41, read 380, new 12, changed 1, same 367, failed 0}. */
    public String words() {
        return "asked %d, read %d, new %d, changed %d, same %d, failed %d"
                .formatted(asked, read, added, changed, same, failed);
    }
}
