package dev.exdate.guard;

/**
 * How many failed questions a task bears: below that the next run asks for them again, above it the source is broken.
 *
 * @param failed per cent of the questions
 */
public record FailureShareRule(int failed) {
    public static FailureShareRule of(Limits.Sources limits) {
        return new FailureShareRule(limits.failed());
    }

    public boolean isTooMany(long failures, long questions) {
        return failures * 100 > questions * failed;
    }
}
