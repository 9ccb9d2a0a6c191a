package dev.exdate.format;

/**
 * Turns one answer of a source into rows. Never throws, whatever a source sends, and never uses network, clock or
 * database.
 */
@FunctionalInterface
public interface Parser<R> {
    Answer<R> parse(Payload payload);
}
