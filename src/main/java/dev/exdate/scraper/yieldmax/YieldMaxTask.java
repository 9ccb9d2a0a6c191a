package dev.exdate.scraper.yieldmax;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.scraper.Scraping;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The distributions of all YieldMax funds: their own pages first, the issuer's press releases of the last 90 days second.
 */
@Dependent
public final class YieldMaxTask implements Task {
    private static final Scraping SCRAPING =
            new Scraping(YieldMaxSource.SCRAPER, List.of(YieldMaxSource.ID, GlobeNewswireSource.ID), "pages");
    private static final int DAYS = 90;

    private final Web web;
    private final StoredDistributions stored;

    public YieldMaxTask(Web web, Database database, BulkWriter writer) {
        this.web = web;
        this.stored = new StoredDistributions(database, writer);
    }

    @Override
    public TaskName name() {
        return SCRAPING.task();
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        return SCRAPING.run(web, context, this::scrape);
    }

    private void scrape(ScraperRun run) throws SQLException, InterruptedException {
        run.expectRows();
        LocalDate since = run.context().marketDay().minusDays(DAYS);
        FundPages funds = new FundPages(run, stored);
        if (run.source(YieldMaxSource.ID).usable()) {
            new FundCatalogue(run, stored).read(funds, since);
        }
        if (run.source(GlobeNewswireSource.ID).usable()) {
            new Releases(run, stored).read(since, Map.copyOf(funds.said()));
        }
    }
}
