package dev.exdate.companies;

import dev.exdate.database.bulk.Written;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fills in what needs no request for each symbol, for all of them in one go: what a list states, and a fund's issuer from
 * the fund's name if no source knows it better.
 *
 * @param led whether a source may still improve on it, symbol by symbol
 */
record CompanyLists(List<CompanySource> sources, boolean led, CompanyStore store, TaskLog log) {
    Tally fill() throws SQLException, InterruptedException {
        List<DueCompany> due = store.withoutCompany();
        List<DueCompany> named = led ? store.withoutDetails() : List.of();
        Tally all = Tally.NONE;
        for (CompanySource source : sources) {
            List<DueCompany> wanted = new ArrayList<>(due);
            if (source.leads()) {
                wanted.addAll(named);
            }
            List<CompanyFinding> found = wanted.isEmpty() ? List.of() : source.listed(wanted, log);
            all = all.plus(save(found, 1));
            due = without(due, found);
        }
        return led ? all : all.plus(save(issuers(due), 0));
    }

    private Tally save(List<CompanyFinding> found, int requests) throws SQLException {
        if (found.isEmpty()) {
            return Tally.NONE;
        }
        Written written = store.saveListed(found);
        log.line("  📈 Company data filled from a list: %,d symbols".formatted(found.size()));
        return new Tally(requests, found.size(), written.added(), written.changed(), written.same(), 0);
    }

    private static List<CompanyFinding> issuers(List<DueCompany> due) {
        List<CompanyFinding> named = new ArrayList<>();
        for (DueCompany one : due) {
            CompanyFacts facts = one.fund() ? CompanyFacts.named(ListingName.company(one)) : CompanyFacts.NONE;
            if (facts.company() != null) {
                named.add(new CompanyFinding(one, CompanyFinding.Outcome.DATA, facts));
            }
        }
        return named;
    }

    private static List<DueCompany> without(List<DueCompany> due, List<CompanyFinding> found) {
        Set<DueCompany> known =
                new HashSet<>(found.stream().map(CompanyFinding::due).toList());
        return due.stream().filter(one -> !known.contains(one)).toList();
    }
}
