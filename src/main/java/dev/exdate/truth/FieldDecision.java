package dev.exdate.truth;

import java.time.Instant;
import java.util.List;

/** Which of several values of a field is believed; for dates and words, which are equal or not. */
public final class FieldDecision {
    private FieldDecision() {}

    /** A source's value of a field. */
    public record Stated<V>(V value, String source, Instant since) {}

    /** @param said at least one */
    public static <V> Choice<V> of(Field field, List<Stated<V>> said) {
        return Camps.of(
                        field,
                        said.stream()
                                .map(one -> new Camps.Voice<>(one.value(), one.source(), one.since()))
                                .toList(),
                        Object::equals)
                .choice();
    }
}
