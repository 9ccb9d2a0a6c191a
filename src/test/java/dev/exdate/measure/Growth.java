package dev.exdate.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How work grows with what it is done on: by the CPU time of this thread alone, whatever else the machine does meanwhile,
 * and by its relation to that of half as much, whatever the machine is.
 */
public final class Growth {
    private static final double MOST = 2.5;
    private static final int TRIES = 5;

    /** Less than this says nothing of growth. */
    private static final Duration NOISE = Duration.ofMillis(100);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Growth() {}

    /** Twice the input is at most 2.5 times the work, by the best of some tries: what disturbs only ever adds. */
    public static void isLinear(String what, Runnable half, Runnable whole) {
        long ofHalf = Long.MAX_VALUE;
        long ofWhole = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            ofHalf = Math.min(ofHalf, work(half));
            ofWhole = Math.min(ofWhole, work(whole));
            if (ofWhole <= Math.max(NOISE.toNanos(), MOST * ofHalf)) {
                return;
            }
        }
        assertThat(ofWhole / (double) ofHalf)
                .as("%s: %d ms for half, %d ms for the whole", what, ofHalf / 1_000_000, ofWhole / 1_000_000)
                .isLessThanOrEqualTo(MOST);
    }

    private static long work(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
