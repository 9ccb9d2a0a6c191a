package dev.exdate.scraper.yieldmax;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Screened;
import dev.exdate.market.Ticker;
import dev.exdate.scraper.Asked;
import dev.exdate.scraper.Judged;
import dev.exdate.scraper.Pages;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.source.yieldmax.YieldMaxClient;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The funds' own pages. */
final class FundPages implements Pages<Ticker, Declaration, DistributionRow> {
    private final ScraperRun run;
    private final StoredDistributions stored;
    private final FundPageGuard guard;
    private final Map<DistributionRow.Key, DistributionRow> said = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    FundPages(ScraperRun run, StoredDistributions stored) {
        this.run = run;
        this.stored = stored;
        this.guard = new FundPageGuard(stored, run.gate(), run.context().marketDay());
    }

    void read(List<Ticker> funds) throws SQLException, InterruptedException {
        if (run.context().assignment().left(funds, this::unit).size() < funds.size()) {
            // What an earlier start of this run has read is as good as if it was read now.
            stored.saidBy(funds.stream().map(FundPages::path).toList()).forEach(row -> said.put(row.key(), row));
        }
        Asked asked = run.ask(funds, this);
        run.log().line("📄 Fund pages: " + asked.words("distributions"));
    }

    /** What the pages of this run say. */
    Map<DistributionRow.Key, DistributionRow> said() {
        return said;
    }

    @Override
    public Unit unit(Ticker fund) {
        return Unit.page(path(fund));
    }

    @Override
    public Answer<Declaration> ask(Ticker fund) throws InterruptedException {
        return new YieldMaxClient(run.source(YieldMaxSource.ID)).distributions(fund);
    }

    @Override
    public void distrust(Ticker fund) {
        run.source(YieldMaxSource.ID).distrust(YieldMaxClient.request(fund));
    }

    @Override
    public Judged<DistributionRow> judge(Ticker fund, List<Declaration> declared) throws SQLException {
        if (declared.isEmpty()) {
            run.log().line("❔ " + fund + ": no distribution on its page yet");
            return Judged.taken(List.of());
        }
        Ticker named = declared.getFirst().ticker();
        if (named != null && !named.equals(fund)) {
            return Judged.refused("yieldmax %s: the page is of %s, not of %s".formatted(path(fund), named, fund));
        }
        Screened<DistributionRow> screened = guard.screen(
                path(fund),
                declared.stream()
                        .map(it -> DistributionRow.of(fund.symbol(), it, path(fund)))
                        .toList());
        if (screened.held().isEmpty()) {
            whole.add(path(fund));
        }
        return Judged.of(screened);
    }

    @Override
    public Written write(List<DistributionRow> rows) throws SQLException {
        rows.forEach(row -> said.put(row.key(), row));
        Set<String> pages = Set.copyOf(whole);
        whole.clear();
        return stored.write(rows, YieldMaxSource.ID, rows, pages);
    }

    private static String path(Ticker fund) {
        return YieldMaxClient.path(fund);
    }
}
