package dev.exdate.guard;

/**
 * What has become of a list of announcements.
 *
 * @param had how many it had when it was last taken
 * @param has how many of its rows it has now
 */
public record ShrinkRule(long had, long has) {
    private static final int FEWEST = 6;

    /** Half of them gone can't be right; of fewer than six, half may well have been withdrawn. */
    public boolean isDoubtful() {
        return had >= FEWEST && has * 2 <= had;
    }
}
