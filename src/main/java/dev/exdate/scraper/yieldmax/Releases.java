package dev.exdate.scraper.yieldmax;

import dev.exdate.database.Written;
import dev.exdate.format.Answer;
import dev.exdate.task.FailureLines;
import dev.exdate.task.TaskLog;
import dev.exdate.web.Questions;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the press releases and adds what the fund pages do not say. Of several releases about one fund and ex-date the
 * latest counts.
 */
final class Releases {
    /** Ex-dates lie this far before a release at most: a correction may come late. */
    private static final int DAYS_BEFORE_RELEASE = 60;

    private final SourceClient source;
    private final StoredDistributions stored;
    private final TaskLog log;
    private final FailureLines failures;

    Releases(SourceClient source, StoredDistributions stored, TaskLog log, FailureLines failures) {
        this.source = source;
        this.stored = stored;
        this.log = log;
        this.failures = failures;
    }

    Pages read(LocalDate since, Map<DistributionRow.Key, DistributionRow> saidByFunds)
            throws SQLException, InterruptedException {
        ReleaseSearch search = new ReleaseSearch(source, failures);
        List<ReleaseLink> links = search.since(since);
        log.line("📰 Releases: %d about distributions since %s".formatted(links.size(), since));
        int before = failures.count();
        Map<ReleaseLink, List<Declaration>> declared = new TreeMap<>(ReleaseLink.BY_TIME);
        Questions.<ReleaseLink, Answer<Declaration>, SQLException>askAll(
                links,
                link -> source.fetch(Request.of(link.path()), new ReleaseParser()),
                answers -> answers.forEach(it -> {
                    if (it.answer() instanceof Answer.Failed<Declaration> failed) {
                        failures.add(failed.message());
                    }
                    declared.put(it.question(), it.answer().rowsOrEmpty());
                }));
        int failed = failures.count() - before;
        Map<DistributionRow.Key, DistributionRow> rows = latest(declared);
        Written written = stored.write(besideFundPages(rows, saidByFunds, since));
        log.line("📰 Releases: %d asked, %d read, %d distributions, %d new, %d changed"
                .formatted(links.size(), links.size() - failed, rows.size(), written.added(), written.changed()));
        return new Pages(search.requests() + links.size(), links.size(), failed, rows.size(), written);
    }

    private static Map<DistributionRow.Key, DistributionRow> latest(Map<ReleaseLink, List<Declaration>> declared) {
        Map<DistributionRow.Key, DistributionRow> rows = new LinkedHashMap<>();
        declared.forEach((link, declarations) -> declarations.forEach(it -> {
            String symbol = Objects.requireNonNull(it.ticker()).symbol();
            rows.merge(
                    new DistributionRow.Key(symbol, it.exDate()),
                    DistributionRow.of(symbol, it, link.path()),
                    (earlier, later) -> later.filledFrom(earlier));
        }));
        return rows;
    }

    private List<DistributionRow> besideFundPages(
            Map<DistributionRow.Key, DistributionRow> rows,
            Map<DistributionRow.Key, DistributionRow> saidByFunds,
            LocalDate since)
            throws SQLException {
        Set<DistributionRow.Key> saidBefore = stored.saidByFundPagesSince(since.minusDays(DAYS_BEFORE_RELEASE));
        return rows.values().stream()
                .map(row -> {
                    DistributionRow better = saidByFunds.get(row.key());
                    if (better != null) {
                        return row.onlyBeside(better);
                    }
                    return saidBefore.contains(row.key()) ? row.frequencyOnly() : row;
                })
                .toList();
    }
}
