package dev.exdate.guard;

/**
 * Whether a list has lost too many rows since last time.
 *
 * @param fewest rows last time; shorter lists are not checked
 * @param kept per cent of its rows: with that many or fewer it is short
 */
public record ShrinkRule(int fewest, int kept) {
    /** For announcements and positions: a few of them may really be gone. */
    public static ShrinkRule ofAnnouncements(Limits.Lists limits) {
        return new ShrinkRule(limits.fewest(), limits.kept());
    }

    /** For complete lists, of any length. */
    public static ShrinkRule ofLists(Limits.Lists limits) {
        return new ShrinkRule(1, limits.kept());
    }

    /** For symbol directories. */
    public static ShrinkRule ofDirectories(Limits.Lists limits) {
        return new ShrinkRule(1, limits.directoryKept());
    }

    /** For a notice that names the symbols it is about. */
    public static ShrinkRule ofNotices(Limits.Lists limits) {
        return new ShrinkRule(limits.fewestNamed(), limits.kept());
    }

    /**
     * @param had rows last time
     * @param has rows now
     */
    public boolean isShort(long had, long has) {
        return had >= fewest && isLow(had, has);
    }

    /** The same for a list of any length. */
    public boolean isLow(long had, long has) {
        return had > 0 && has * 100 <= had * kept;
    }

    /**
     * Whether too many rows are missing to remove them from a table. Even for short lists, most of the rows are too many,
     * because nothing brings them back.
     */
    public boolean isTooMuchToRemove(long had, long gone) {
        return isShort(had, had - gone) || (had - gone) * 100 < had * kept;
    }
}
