package dev.exdate.scraper.yieldmax;

import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.LostRowsRule;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.guard.StaleRule;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a fund's page with its earlier content, because pages may come from caches. */
final class FundPageGuard {
    private static final LostRowsRule SHORT = LostRowsRule.of(Limits.USUAL.sources());

    private final StoredDistributions stored;
    private final OverrideGate gate;
    private final LocalDate marketDay;

    FundPageGuard(StoredDistributions stored, OverrideGate gate, LocalDate marketDay) {
        this.stored = stored;
        this.gate = gate;
        this.marketDay = marketDay;
    }

    /** The rows of a page that may come in; of a page that is old or has lost rows none. */
    Screened<DistributionRow> screen(String path, List<DistributionRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new Screened<>(rows, List.of());
        }
        Optional<String> objection = ofPage(path, rows);
        return objection.isPresent()
                ? new Screened<>(List.of(), List.of(new Screened.Held<>(rows.getFirst(), objection.get())))
                : stored.screen(rows, gate, marketDay);
    }

    private Optional<String> ofPage(String path, List<DistributionRow> rows) throws SQLException {
        String fund = rows.getFirst().key().symbol();
        LocalDate newest = exDate(rows, Comparator.naturalOrder());
        LocalDate oldest = exDate(rows, Comparator.reverseOrder());
        Set<DistributionRow.Key> now = rows.stream().map(DistributionRow::key).collect(Collectors.toSet());
        List<DistributionRow.Key> before =
                stored.saidBy(List.of(path)).stream().map(DistributionRow::key).toList();
        Optional<LocalDate> known =
                before.stream().map(DistributionRow.Key::exDate).max(Comparator.naturalOrder());
        if (new StaleRule(known).isStale(newest)) {
            return gate.objection(
                    Guard.STALE,
                    fund,
                    "yieldmax %s: its newest distribution is of %s, but it had one of %s"
                            .formatted(path, newest, known.get()));
        }
        List<DistributionRow.Key> within =
                before.stream().filter(key -> !key.exDate().isBefore(oldest)).toList();
        long missing = within.stream().filter(key -> !now.contains(key)).count();
        return SHORT.isShort(within.size(), missing)
                ? gate.objection(
                        Guard.SHORT,
                        fund,
                        "yieldmax %s: it lacks %d of the %d distributions since %s that it had"
                                .formatted(path, missing, within.size(), oldest))
                : Optional.empty();
    }

    private static LocalDate exDate(List<DistributionRow> rows, Comparator<LocalDate> order) {
        return rows.stream().map(row -> row.key().exDate()).max(order).orElseThrow();
    }
}
