package dev.exdate.discovery;

import dev.exdate.format.Answer;

/** One list of symbols. */
interface SymbolDirectory {
    /** For people, and as the key of its stored length: {@code nasdaqlisted}. */
    String name();

    /** Whether discovery fails without this list. */
    boolean required();

    ListingRules.Reach reach();

    Answer<ListedSymbol> read() throws InterruptedException;
}
