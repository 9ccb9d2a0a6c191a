package dev.exdate.guard;

/**
 * When a list has fewer rows than it says itself.
 *
 * @param stated per cent of the rows it says it has
 */
public record StatedCountRule(int stated) {
    public static StatedCountRule of(Limits.Lists limits) {
        return new StatedCountRule(limits.stated());
    }

    public boolean isCutOff(long said, long read) {
        return read * 100 < said * stated;
    }
}
