package dev.exdate.companies;

import dev.exdate.format.Answer;

/** A source of company data; its answer has at most one row. */
public interface CompanySource {
    /** Whether it may be used: enabled, and with a key if it needs one. */
    default boolean usable() {
        return true;
    }

    Answer<CompanyFacts> facts(DueCompany company) throws InterruptedException;

    /** Whether a temporary failure ends the search for now, so that poorer sources do not replace this one. */
    boolean leads();
}
