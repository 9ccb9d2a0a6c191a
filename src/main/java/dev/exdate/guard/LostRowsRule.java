package dev.exdate.guard;

/** When a source leaves out too many of the rows that it gave before. One or two may be corrections. */
public record LostRowsRule(Limits.Share missing) {
    public static LostRowsRule of(Limits.Sources limits) {
        return new LostRowsRule(limits.missing());
    }

    /**
     * @param before rows it gave, of the days it gives now
     * @param lost of these
     */
    public boolean isShort(long before, long lost) {
        return missing.isReached(lost, before);
    }
}
