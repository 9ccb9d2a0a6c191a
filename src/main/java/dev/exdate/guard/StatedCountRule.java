package dev.exdate.guard;

/**
 * Whether a list has fewer rows than its own count.
 *
 * @param stated the smallest acceptable share of its count, in per cent
 */
public record StatedCountRule(int stated) {
    public static StatedCountRule of(Limits.Lists limits) {
        return new StatedCountRule(limits.stated());
    }

    public boolean isCutOff(long said, long read) {
        return read * 100 < said * stated;
    }
}
