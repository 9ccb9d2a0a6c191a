package dev.exdate.run.plan;

import java.time.Duration;

/** Durations as the report prints them. */
public final class Durations {
    private Durations() {}

    /** {@code 48m 23s}, as the old run printed it: minutes go beyond 59. */
    public static String minutesAndSeconds(Duration duration) {
        return duration.toMinutes() + "m " + duration.toSecondsPart() + "s";
    }

    /** {@code 3h}, {@code 30m}, {@code 90s}: a limit as people set it. */
    public static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        if (seconds > 0 && seconds % 60 == 0) {
            return seconds / 60 + "m";
        }
        return duration.toMillis() % 1000 == 0 ? seconds + "s" : duration.toMillis() / 1000.0 + "s";
    }
}
