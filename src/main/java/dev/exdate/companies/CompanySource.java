package dev.exdate.companies;

import dev.exdate.format.Answer;

/** A place that knows companies; its answer has at most one row. */
public interface CompanySource {
    /** Whether it may be asked: switched on and, where it needs a key, with one. */
    default boolean usable() {
        return true;
    }

    Answer<CompanyFacts> facts(DueCompany company) throws InterruptedException;

    /** Whether a failure that may heal ends the search for this time, so that poorer sources do not fill its place. */
    boolean leads();
}
