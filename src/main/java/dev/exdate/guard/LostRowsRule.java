package dev.exdate.guard;

/** Whether a source leaves out too many of the rows that it gave before. A few may be corrections. */
public record LostRowsRule(Limits.Share missing) {
    public static LostRowsRule of(Limits.Sources limits) {
        return new LostRowsRule(limits.missing());
    }

    /**
     * @param before rows it gave before, for the days it gives now
     * @param lost how many of them are missing
     */
    public boolean isShort(long before, long lost) {
        return missing.isReached(lost, before);
    }
}
