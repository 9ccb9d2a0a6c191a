package dev.exdate.guard;

/**
 * When a list has lost too much since it was last taken.
 *
 * @param fewest a shorter list may lose as much as it likes
 * @param kept per cent of its rows: with that many or fewer it is short
 */
public record ShrinkRule(int fewest, int kept) {
    /** For what was announced, or is held: a few of it may well be gone. */
    public static ShrinkRule ofAnnouncements(Limits.Lists limits) {
        return new ShrinkRule(limits.fewest(), limits.kept());
    }

    /** For whole lists, whose length says all. */
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
     * @param had rows when it was last taken
     * @param has how many of them, or of any, it has now
     */
    public boolean isShort(long had, long has) {
        return had >= fewest && isLow(had, has);
    }

    /** Whether so little is left of it, however short it is. */
    public boolean isLow(long had, long has) {
        return had > 0 && has * 100 <= had * kept;
    }

    /**
     * Whether what is gone may not be taken out of a table: most of even a few rows is too much, since nothing brings them
     * back.
     */
    public boolean isTooMuchToRemove(long had, long gone) {
        return isShort(had, had - gone) || (had - gone) * 100 < had * kept;
    }
}
