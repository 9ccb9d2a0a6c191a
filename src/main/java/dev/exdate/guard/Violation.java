package dev.exdate.guard;

import java.time.LocalDate;
import java.util.Set;

/**
 * What makes an answer implausible, in words for one line.
 *
 * @param doubted the days whose values are; empty if it is the answer as a whole
 */
public record Violation(Guard guard, String finding, Set<LocalDate> doubted) {
    public Violation {
        doubted = Set.copyOf(doubted);
    }

    public Violation(Guard guard, String finding) {
        this(guard, finding, Set.of());
    }
}
