package dev.exdate.scraper.yieldmax;

import dev.exdate.format.Answer;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.globenewswire.GlobeNewswireClient;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.globenewswire.ReleaseLink;
import dev.exdate.task.Unit;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the releases that may declare distributions, page by page of the search until they are too old. */
final class ReleaseSearch {
    private static final int MOST_PAGES = 12;

    private final ScraperRun run;

    ReleaseSearch(ScraperRun run) {
        this.run = run;
    }

    /** Older ones first. */
    List<ReleaseLink> since(LocalDate day) throws InterruptedException {
        Set<ReleaseLink> found = new LinkedHashSet<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Unit unit = Unit.page(GlobeNewswireClient.searchTarget(page));
            run.requested();
            Answer<ReleaseLink> answer = new GlobeNewswireClient(run.source(GlobeNewswireSource.ID)).search(page);
            if (answer instanceof Answer.Failed<ReleaseLink> failed) {
                run.missed(unit, failed.message());
                break;
            }
            List<ReleaseLink> links = answer.rowsOrEmpty();
            if (page == 1 && links.isEmpty()) {
                run.source(GlobeNewswireSource.ID).distrust(GlobeNewswireClient.request(page));
                run.missed(
                        unit, "globenewswire " + GlobeNewswireClient.SEARCH + ": the search finds no release at all");
            } else {
                run.context().ledger().had(unit);
            }
            boolean fresh = found.addAll(links);
            if (!fresh || links.stream().allMatch(link -> link.published().isBefore(day))) {
                break;
            }
        }
        return found.stream()
                .filter(link -> link.declares() && !link.published().isBefore(day))
                .sorted(ReleaseLink.BY_TIME)
                .toList();
    }
}
