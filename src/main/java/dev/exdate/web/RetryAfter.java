package dev.exdate.web;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the {@code Retry-After} header: seconds, or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** More digits than any acceptable wait; longer ones are treated alike. */
    private static final Duration ENDLESS = Duration.ofDays(365);

    private RetryAfter() {}

    /** The requested wait; empty without the header, if it is unreadable, or for 0 or less, which is not a hint. */
    static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        String stated = headers.firstValue("retry-after").orElse("").strip();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> wait =
                stated.matches("\\d+") ? Optional.of(seconds(stated)) : untilDate(stated, headers, clock);
        return wait.filter(length -> length.isPositive());
    }

    private static Duration seconds(String digits) {
        return digits.length() > 8 ? ENDLESS : Duration.ofSeconds(Long.parseLong(digits));
    }

    /** Relative to the answer's own {@code Date}, so that a wrong clock does no harm. */
    private static Optional<Duration> untilDate(String stated, HttpHeaders headers, Clock clock) {
        Optional<Instant> end = date(stated);
        Instant now = headers.firstValue("date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return end.map(instant -> Duration.between(now, instant));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
