package dev.exdate.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits requests to a source, per second (evenly spaced) and at once. An answer "too many requests" lowers the rate;
 * successful answers raise it again. Thread-safe.
 */
final class RateLimiter {
    private final Semaphore places;
    private final Pace pace;
    private long next;
    private int pauses;

    RateLimiter(Pace pace, int concurrency) {
        this.places = new Semaphore(concurrency, true);
        this.pace = pace;
        this.next = System.nanoTime();
    }

    /** Waits for a free place and for its turn; release the place with {@link #leave}. */
    void enter() throws InterruptedException {
        places.acquire();
        boolean entered = false;
        try {
            turn();
            entered = true;
        } finally {
            if (!entered) {
                places.release();
            }
        }
    }

    void leave() {
        places.release();
    }

    /**
     * Waits for the next turn, for another request in the same place. If the source says "too many" meanwhile, those who
     * wait queue again.
     */
    void turn() throws InterruptedException {
        for (int seen = -1; seen != pauses(); ) {
            long turn;
            synchronized (this) {
                seen = pauses;
                turn = Math.max(System.nanoTime(), next);
                next = turn + pace.interval();
            }
            long wait = turn - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        }
    }

    private synchronized int pauses() {
        return pauses;
    }

    /** No request for this time. */
    synchronized void pause(Duration length) {
        next = Math.max(next, System.nanoTime() + length.toNanos());
        pauses++;
    }

    synchronized void wentThrough() {
        pace.wentThrough();
    }

    /** The source said "too many": a lower rate afterwards. */
    synchronized void refused() {
        pace.refused();
    }
}
