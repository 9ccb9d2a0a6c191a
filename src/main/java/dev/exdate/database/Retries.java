package dev.exdate.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats a unit of work if that may help: after a lost connection until the time is up, after a conflict or a
 * cancelled statement a few times.
 */
final class Retries {
    private static final int CONFLICTS = 10;
    private static final int CUT_OFFS = 5;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 2_000;

    private final Supplier<Duration> patience;

    /**
     * @param patience how long to wait for a server that is gone; read each time, because it becomes zero when the run
     *     stops
     */
    Retries(Supplier<Duration> patience) {
        this.patience = patience;
    }

    interface Attempt<T> {
        T run() throws SQLException;
    }

    /** An interrupt ends it with the last failure. */
    <T> T of(Attempt<T> attempt) throws SQLException {
        long start = System.nanoTime();
        for (int failures = 1; ; failures++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!again(e, failures, Duration.ofNanos(System.nanoTime() - start)) || !pause(failures)) {
                    throw e;
                }
            }
        }
    }

    private boolean again(SQLException failure, int failures, Duration passed) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        return switch (DatabaseFault.of(failure)) {
            case GONE, CROWDED, STANDBY -> passed.compareTo(patience.get()) < 0;
            case CONFLICT -> failures <= CONFLICTS && !patience.get().isZero();
            case CUT_OFF -> failures <= CUT_OFFS && !patience.get().isZero();
            case DISK_FULL, READ_ONLY, OTHER -> false;
        };
    }

    private static boolean pause(int failures) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(10, failures - 1));
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
