package dev.exdate.futuredividends;

import dev.exdate.format.Answer;
import java.time.LocalDate;
import java.util.List;

/** A calendar of declared dividends, asked in parts. */
public interface DividendCalendar {
    /** Whether it may be asked: switched on and, where it needs a key, with one. */
    default boolean usable() {
        return true;
    }

    /** As stored in {@code source}. */
    String name();

    /** The spans to ask for, which together are all days from {@code first} to {@code last}. */
    List<Span> spans(LocalDate first, LocalDate last);

    Answer<FutureDividend> of(Span span) throws InterruptedException;

    /** Days from first to last, both included. */
    record Span(LocalDate first, LocalDate last) {
        boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        String words() {
            return first.equals(last) ? first.toString() : first + " to " + last;
        }
    }
}
