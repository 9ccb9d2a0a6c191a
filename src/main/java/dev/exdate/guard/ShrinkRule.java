package dev.exdate.guard;

/**
 * Whether a list of announcements has shrunk too much.
 *
 * @param had how many it had last time
 * @param has how many of these it has now
 */
public record ShrinkRule(long had, long has) {
    private static final int FEWEST = 6;

    /** Losing half is implausible; but of fewer than six, half may have been withdrawn. */
    public boolean isDoubtful() {
        return had >= FEWEST && has * 2 <= had;
    }
}
