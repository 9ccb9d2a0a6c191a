package dev.exdate.market;

import java.time.LocalDate;
import java.util.Optional;

/** The ex-dates to request from a calendar. */
public sealed interface ExDateWindow {
    /** Days back, because later answers correct earlier ones, and ahead, as far as dividends are declared. */
    int BACK = 10;

    int AHEAD = 60;

    /** A longer gap is not filled; after a year, start again. */
    int LONGEST_GAP = 365;

    /** From 10 days back to 60 days ahead, plus the gap between the newest stored past ex-date and the window. */
    record AutoContinue() implements ExDateWindow {}

    /** Both ends included. */
    record Between(LocalDate from, LocalDate to) implements ExDateWindow {}

    /** From the market day to a number of days ahead. */
    record DaysAhead(int days) implements ExDateWindow {}

    /** The days to request, both ends included. */
    record Span(LocalDate from, LocalDate to) {}

    static ExDateWindow autoContinue() {
        return new AutoContinue();
    }

    static ExDateWindow between(LocalDate from, LocalDate to) {
        return new Between(from, to);
    }

    static ExDateWindow daysAhead(int days) {
        return new DaysAhead(days);
    }

    /** @param newestPast the newest stored ex-date that is not after the market day; empty when none is stored */
    default Span span(LocalDate marketDay, Optional<LocalDate> newestPast) {
        return switch (this) {
            case AutoContinue ignored -> {
                LocalDate begin = marketDay.minusDays(BACK);
                LocalDate oldest = marketDay.minusDays(LONGEST_GAP);
                LocalDate from = newestPast
                        .filter(stored -> stored.isBefore(begin))
                        .map(stored -> stored.isBefore(oldest) ? oldest : stored)
                        .orElse(begin);
                yield new Span(from, marketDay.plusDays(AHEAD));
            }
            case Between(LocalDate from, LocalDate to) -> new Span(from, to);
            case DaysAhead(int days) -> new Span(marketDay, marketDay.plusDays(days));
        };
    }
}
