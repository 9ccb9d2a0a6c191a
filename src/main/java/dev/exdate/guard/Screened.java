package dev.exdate.guard;

import java.util.List;
import java.util.Optional;

/**
 * Accepted and rejected rows.
 *
 * @param held with the reasons
 */
public record Screened<R>(List<R> rows, List<Held<R>> held) {
    public Screened {
        rows = List.copyOf(rows);
        held = List.copyOf(held);
    }

    /** One line for all rejected rows; empty if there are none. */
    public Optional<String> objection() {
        return held.stream()
                .findFirst()
                .map(first ->
                        first.objection() + (held.size() == 1 ? "" : " (and %d more)".formatted(held.size() - 1)));
    }

    /** A rejected row. */
    public record Held<R>(R row, String objection) {}
}
