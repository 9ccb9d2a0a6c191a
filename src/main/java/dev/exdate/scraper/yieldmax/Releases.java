package dev.exdate.scraper.yieldmax;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Screened;
import dev.exdate.source.globenewswire.ReleaseLink;
import dev.exdate.source.globenewswire.ReleaseParser;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.task.FailureLog;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final TaskContext context;
    private final TaskLog log;
    private final FailureLog failures;

    Releases(SourceClient source, StoredDistributions stored, TaskContext context, FailureLog failures) {
        this.source = source;
        this.stored = stored;
        this.context = context;
        this.log = context.log();
        this.failures = failures;
    }

    PagesRead read(LocalDate since, Map<DistributionRow.Key, DistributionRow> saidByFunds)
            throws SQLException, InterruptedException {
        ReleaseSearch search = new ReleaseSearch(source, context.ledger(), failures);
        List<ReleaseLink> links = searches() ? search.since(since) : chosen();
        if (links.isEmpty() && !searches()) {
            return PagesRead.NONE;
        }
        log.line("📰 Releases: %d about distributions since %s".formatted(links.size(), since));
        int before = failures.count();
        List<Unit> had = new ArrayList<>();
        Map<ReleaseLink, List<Declaration>> declared = new TreeMap<>(ReleaseLink.BY_TIME);
        ParallelFetch.<ReleaseLink, Answer<Declaration>, SQLException>askAll(
                links,
                link -> source.fetch(Request.of(link.path()), new ReleaseParser()),
                answers -> answers.forEach(it -> {
                    if (it.answer() instanceof Answer.Failed<Declaration> failed) {
                        failures.add(Unit.page(it.question().path()), failed.message());
                    } else {
                        had.add(Unit.page(it.question().path()));
                    }
                    declared.put(it.question(), it.answer().rowsOrEmpty());
                }));
        int failed = failures.count() - before;
        Map<DistributionRow.Key, DistributionRow> rows = latest(declared);
        Screened<DistributionRow> screened = stored.screen(
                besideFundPages(rows, saidByFunds, since), context.gate(TaskName.YIELDMAX), context.marketDay());
        for (Screened.Held<DistributionRow> held : screened.held()) {
            Unit release = Unit.page(String.valueOf(held.row().sourcePath()));
            failures.add(release, held.objection());
            had.remove(release);
        }
        Written written = stored.write(screened.rows());
        had.forEach(context.ledger()::had);
        log.line("📰 Releases: %d asked, %d read, %d distributions, %d new, %d changed"
                .formatted(links.size(), links.size() - failed, rows.size(), written.added(), written.changed()));
        return new PagesRead(search.requests() + links.size(), links.size(), failed, rows.size(), written);
    }

    /** Whether the search is asked: in a narrowed run only when one of its pages failed. */
    private boolean searches() {
        return !context.assignment().narrowed()
                || context.assignment()
                        .only(UnitKind.PAGE)
                        .anyMatch(unit -> unit.name().startsWith(ReleaseSearch.PATH));
    }

    /** Releases that are asked for by themselves. */
    private List<ReleaseLink> chosen() {
        return context.assignment()
                .only(UnitKind.PAGE)
                .flatMap(unit -> ReleaseLink.ofPath(unit.name()).stream())
                .sorted(ReleaseLink.BY_TIME)
                .toList();
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

    /** A later release that could not be read this time keeps what it corrected. */
    private static boolean isOutdated(DistributionRow row, Map<DistributionRow.Key, ReleaseLink> storedFrom) {
        ReleaseLink stored = storedFrom.get(row.key());
        String path = row.sourcePath();
        return stored != null
                && path != null
                && ReleaseLink.ofPath(path)
                        .filter(link -> ReleaseLink.BY_TIME.compare(link, stored) < 0)
                        .isPresent();
    }

    private List<DistributionRow> besideFundPages(
            Map<DistributionRow.Key, DistributionRow> rows,
            Map<DistributionRow.Key, DistributionRow> saidByFunds,
            LocalDate since)
            throws SQLException {
        Set<DistributionRow.Key> saidBefore = stored.saidByFundPagesSince(since.minusDays(DAYS_BEFORE_RELEASE));
        Map<DistributionRow.Key, ReleaseLink> storedFrom = stored.releasesOf(rows.keySet());
        return rows.values().stream()
                .filter(row -> !isOutdated(row, storedFrom))
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
