package dev.exdate.futuredividends;

import dev.exdate.format.Answer;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A calendar of declared dividends, requested in parts. */
public interface DividendCalendar {
    /** Whether it may be used: enabled, and with a key if it needs one. */
    default boolean usable() {
        return true;
    }

    /** As stored in {@code source}. */
    String name();

    SourceId source();

    /** The spans to request, together all days from {@code first} to {@code last}. */
    List<Span> spans(LocalDate first, LocalDate last);

    Answer<FutureDividend> of(Span span) throws InterruptedException;

    /** The same from the source itself, whatever the run has read. */
    default Answer<FutureDividend> anew(Span span) throws InterruptedException {
        return of(span);
    }

    /** What an earlier task of the run has read of the span; empty where it is to be asked for. */
    default Optional<Answer<FutureDividend>> known(UUID runId, Span span) {
        return Optional.empty();
    }

    /** The days from first to last, both included. */
    record Span(LocalDate first, LocalDate last) {
        boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        String words() {
            return first.equals(last) ? first.toString() : first + " to " + last;
        }
    }
}
