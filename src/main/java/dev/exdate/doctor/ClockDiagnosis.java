package dev.exdate.doctor;

import dev.exdate.run.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** This machine's clock beside others: market days and freshness depend on it. */
record ClockDiagnosis(Clock clock) {
    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final String CLOCK = "clock";

    Diagnosis besideTheDatabase(Session session) {
        try {
            Instant there = session.database()
                    .once(handle -> handle.sql("SELECT clock_timestamp()")
                            .one(row -> row.getTimestamp(1).toInstant()));
            return judged(Duration.between(there, clock.instant()), "the database server's");
        } catch (SQLException e) {
            return Diagnosis.less(CLOCK, "can't be checked: " + e.getMessage(), "see the server's log");
        }
    }

    /** @param ahead of each source's clock; the middle one counts, since a single site may be wrong itself */
    Optional<Diagnosis> besideTheSources(List<Duration> ahead) {
        List<Duration> sorted = ahead.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(judged(sorted.get(sorted.size() / 2), "that of the sources' answers"));
    }

    private static Diagnosis judged(Duration ahead, String other) {
        return ahead.abs().compareTo(TOLERANCE) <= 0
                ? Diagnosis.well(CLOCK, "matches " + other)
                : Diagnosis.less(
                        CLOCK,
                        "is %d s %s %s"
                                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of", other),
                        "synchronise it with NTP; market days and freshness depend on it");
    }
}
