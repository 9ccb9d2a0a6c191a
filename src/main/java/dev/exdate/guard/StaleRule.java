package dev.exdate.guard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether an answer is older than what the same source already gave.
 *
 * @param known the newest day it gave; empty if unknown
 */
public record StaleRule(Optional<LocalDate> known) {
    public boolean isStale(LocalDate newest) {
        return known.filter(newest::isBefore).isPresent();
    }
}
