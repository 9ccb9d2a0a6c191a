package dev.exdate.web;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a source asks for in {@code Retry-After}: seconds, or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** More digits than any time to wait has; what is longer than the patience is all the same. */
    private static final Duration ENDLESS = Duration.ofDays(365);

    private RetryAfter() {}

    /** The wait asked for; empty without the header, with what can't be read, and with 0 or less, which is no hint. */
    static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        String stated = headers.firstValue("retry-after").orElse("").strip();
        Optional<Duration> wait =
                stated.matches("\\d+") ? Optional.of(seconds(stated)) : untilDate(stated, headers, clock);
        return wait.filter(length -> length.isPositive());
    }

    private static Duration seconds(String digits) {
        return digits.length() > 8 ? ENDLESS : Duration.ofSeconds(Long.parseLong(digits));
    }

    /** Told from the answer's own {@code Date}, so that a clock that is off does no harm. */
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
