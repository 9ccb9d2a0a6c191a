package dev.exdate.companies;

import dev.exdate.format.Answer;

/** A place that knows companies; its answer has at most one row. */
public interface CompanySource {
    Answer<CompanyFacts> facts(DueCompany company) throws InterruptedException;

    /** Whether a failure that may heal ends the search for this time, so that poorer sources do not fill its place. */
    boolean leads();
}
