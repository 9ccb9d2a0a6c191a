package dev.exdate.guard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When an answer is older than what the same source gave already.
 *
 * @param known the newest day it gave; empty where none is known
 */
public record StaleRule(Optional<LocalDate> known) {
    public boolean isStale(LocalDate newest) {
        return known.filter(newest::isBefore).isPresent();
    }
}
