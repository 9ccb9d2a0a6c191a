package dev.exdate.format;

/**
 * Turns one answer of a source into rows. Never throws for what a source may send, whatever it is, and never touches
 * network, clock or database.
 */
@FunctionalInterface
public interface Parser<R> {
    Answer<R> parse(Payload payload);
}
