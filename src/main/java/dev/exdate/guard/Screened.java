package dev.exdate.guard;

import java.util.List;
import java.util.Optional;

/**
 * Rows that may come in, and those that may not.
 *
 * @param held with why
 */
public record Screened<R>(List<R> rows, List<Held<R>> held) {
    public Screened {
        rows = List.copyOf(rows);
        held = List.copyOf(held);
    }

    /** One line for all that is held back; empty when nothing is. */
    public Optional<String> objection() {
        return held.stream()
                .findFirst()
                .map(first ->
                        first.objection() + (held.size() == 1 ? "" : " (and %d more)".formatted(held.size() - 1)));
    }

    /** A row that stays outside. */
    public record Held<R>(R row, String objection) {}
}
