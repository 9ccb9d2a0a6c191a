package dev.exdate.companies;

import dev.exdate.format.Answer;
import dev.exdate.task.TaskLog;
import java.util.List;

/** A source of company data; its answer has at most one row. */
public interface CompanySource {
    /** Whether it may be used: enabled, and with a key if it needs one. */
    default boolean usable() {
        return true;
    }

    /**
     * What its list states about these companies: one request for all of them.
     *
     * @return only those whose company it knows; none if it has no such list
     */
    default List<CompanyFinding> listed(List<DueCompany> due, TaskLog log) throws InterruptedException {
        return List.of();
    }

    Answer<CompanyFacts> facts(DueCompany company) throws InterruptedException;

    /** Whether a temporary failure ends the search for now, so that poorer sources do not replace this one. */
    boolean leads();
}
