package dev.exdate.database.bulk;

/**
 * What a bulk write did, in rows.
 *
 * @param repeated rows of the batch that had the same key as another and were merged before writing
 */
public record Written(long added, long changed, long same, long repeated) {
    public static final Written NOTHING = new Written(0, 0, 0, 0);

    public Written plus(Written other) {
        return new Written(added + other.added, changed + other.changed, same + other.same, repeated + other.repeated);
    }

    /** What came after {@code earlier}, which is part of this. */
    public Written minus(Written earlier) {
        return new Written(
                added - earlier.added, changed - earlier.changed, same - earlier.same, repeated - earlier.repeated);
    }
}
