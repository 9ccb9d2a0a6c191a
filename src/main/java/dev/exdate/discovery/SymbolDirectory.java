package dev.exdate.discovery;

import dev.exdate.format.Answer;

/** One list of symbols. */
interface SymbolDirectory {
    /** As people see it and as its size is remembered: {@code nasdaqlisted}. */
    String name();

    /** Whether discovery has failed when this list can't be had. */
    boolean required();

    ListingRules.Reach reach();

    Answer<ListedSymbol> read() throws InterruptedException;
}
