package dev.exdate.companies;

import dev.exdate.companies.CompanyFinding.Outcome;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.task.TaskLog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the sources in order until none of them could add anything; the listing's name comes last. */
final class CompanySearch {
    private final List<CompanySource> sources;
    private final TaskLog log;

    /** Sources that will not answer any more today. */
    private final Set<CompanySource> refused = ConcurrentHashMap.newKeySet();

    CompanySearch(List<CompanySource> sources, TaskLog log) {
        this.sources = List.copyOf(sources);
        this.log = log;
    }

    CompanyFinding find(DueCompany due) throws InterruptedException {
        CompanyFacts facts = CompanyFacts.NONE;
        boolean failed = false;
        for (CompanySource source : sources) {
            if (refused.contains(source)) {
                continue;
            }
            Answer<CompanyFacts> answer = source.facts(due);
            if (answer instanceof Answer.Failed<CompanyFacts>(Failure failure, String message)) {
                log.line("⚠️  %s: %s".formatted(due.ticker(), message));
                if (failure == Failure.UNAUTHORIZED || failure == Failure.RATE_LIMITED) {
                    refused.add(source);
                }
                if (failure != Failure.NOT_FOUND && failure != Failure.PLAN) {
                    failed = true;
                }
                if (source.leads() && failure.heals()) {
                    return new CompanyFinding(due, Outcome.FAILED, CompanyFacts.NONE);
                }
            }
            for (CompanyFacts found : answer.rowsOrEmpty()) {
                facts = facts.orElse(found);
            }
            if (source.leads() && facts.company() != null) {
                break;
            }
        }
        if (facts.company() == null && !failed) {
            facts = facts.orElse(CompanyFacts.named(ListingName.company(due)));
        }
        if (facts.company() != null) {
            return new CompanyFinding(due, Outcome.DATA, facts);
        }
        return new CompanyFinding(due, failed ? Outcome.FAILED : Outcome.NOTHING, facts);
    }
}
