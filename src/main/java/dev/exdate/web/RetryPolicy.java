package dev.exdate.web;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often to retry temporary failures and how long to wait: exponential back-off with jitter.
 *
 * @param attempts in all, the first one included
 * @param first the pause after the first failure, at least half of it
 * @param longest the longest pause; if a source asks for more in {@code Retry-After}, the request has failed
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {
    public static final RetryPolicy USUAL = new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(2));

    public RetryPolicy of(int wanted) {
        return new RetryPolicy(wanted, first, longest);
    }

    /** The pause before attempt {@code next} (2 for the second). */
    Duration before(int next) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, next - 2));
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
