package dev.exdate.guard;

/**
 * How many failed requests a task may have. Up to that share the next run asks again; above it the task fails.
 *
 * @param failed per cent of the requests
 */
public record FailureShareRule(int failed) {
    public static FailureShareRule of(Limits.Sources limits) {
        return new FailureShareRule(limits.failed());
    }

    public boolean isTooMany(long failures, long questions) {
        return failures * 100 > questions * failed;
    }
}
