package dev.exdate.scraper.yieldmax;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Screened;
import dev.exdate.scraper.Asked;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.globenewswire.GlobeNewswireClient;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.globenewswire.ReleaseLink;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.task.Assignment;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the press releases and adds what the fund pages do not say. Of several releases about one fund and ex-date the
 * latest counts.
 */
final class Releases {
    /** Ex-dates lie this far before a release at most: a correction may come late. */
    private static final int DAYS_BEFORE_RELEASE = 60;

    private final ScraperRun run;
    private final StoredDistributions stored;
    private final Assignment assignment;

    Releases(ScraperRun run, StoredDistributions stored) {
        this.run = run;
        this.stored = stored;
        this.assignment = run.context().assignment();
    }

    void read(LocalDate since, Map<DistributionRow.Key, DistributionRow> saidByFunds)
            throws SQLException, InterruptedException {
        List<ReleaseLink> links = searches() ? new ReleaseSearch(run).since(since) : chosen();
        if (links.isEmpty() && !searches()) {
            return;
        }
        run.log().line("📰 Releases: %d about distributions since %s".formatted(links.size(), since));
        Map<ReleaseLink, Answer<Declaration>> answers = run.collect(links, this::ask);
        Map<String, String> troubles = new HashMap<>();
        Map<ReleaseLink, List<Declaration>> declared = new TreeMap<>(ReleaseLink.BY_TIME);
        answers.forEach((link, answer) -> {
            if (answer instanceof Answer.Failed<Declaration> failed) {
                troubles.put(link.path(), failed.message());
            }
            declared.put(link, answer.rowsOrEmpty());
        });
        Map<DistributionRow.Key, DistributionRow> rows = latest(declared);
        Screened<DistributionRow> screened = stored.screen(
                besideFundPages(rows, saidByFunds, since),
                run.gate(),
                run.context().marketDay());
        screened.held().forEach(held -> troubles.put(String.valueOf(held.row().sourcePath()), held.objection()));
        Set<DistributionRow.Key> doubted =
                screened.held().stream().map(held -> held.row().key()).collect(Collectors.toSet());
        List<DistributionRow> said = current(rows).stream()
                .filter(row -> !doubted.contains(row.key()))
                .toList();
        Written written = stored.write(screened.rows(), GlobeNewswireSource.ID, said, Set.of());
        run.took(rows.size(), written);
        links.stream()
                .filter(link -> troubles.containsKey(link.path()))
                .forEach(link -> run.source(GlobeNewswireSource.ID).distrust(GlobeNewswireClient.request(link)));
        links.forEach(link -> run.settled(Unit.page(link.path()), Optional.ofNullable(troubles.get(link.path()))));
        run.log()
                .line("📰 Releases: "
                        + new Asked(links.size(), troubles.size(), rows.size(), written).words("distributions"));
    }

    private Answer<Declaration> ask(ReleaseLink link) throws InterruptedException {
        return new GlobeNewswireClient(run.source(GlobeNewswireSource.ID)).release(link);
    }

    /** Whether the search is asked: in a narrowed run only when one of its pages failed. */
    private boolean searches() {
        return !assignment.narrowed()
                || assignment.only(UnitKind.PAGE).anyMatch(unit -> unit.name().startsWith(GlobeNewswireClient.SEARCH));
    }

    /** Releases that are asked for by themselves. */
    private List<ReleaseLink> chosen() {
        return assignment
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

    private List<DistributionRow> current(Map<DistributionRow.Key, DistributionRow> rows) throws SQLException {
        Map<DistributionRow.Key, ReleaseLink> storedFrom = stored.releasesOf(rows.keySet());
        return rows.values().stream()
                .filter(row -> !isOutdated(row, storedFrom))
                .toList();
    }

    private List<DistributionRow> besideFundPages(
            Map<DistributionRow.Key, DistributionRow> rows,
            Map<DistributionRow.Key, DistributionRow> saidByFunds,
            LocalDate since)
            throws SQLException {
        Set<DistributionRow.Key> saidBefore = stored.saidByFundPagesSince(since.minusDays(DAYS_BEFORE_RELEASE));
        return current(rows).stream()
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
