package dev.exdate.scraper.yieldmax;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.settings.SourceId;
import dev.exdate.task.Assignment;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.CircuitBreaker;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

/**
 * The distributions of all YieldMax funds: their own pages first, the issuer's press releases of the last 90 days second.
 * Fails when nothing could be read or more than a third of the pages failed.
 */
@Dependent
public final class YieldMaxTask implements Task {
    private static final int DAYS = 90;
    private static final int PATIENCE = 8;

    private final Web web;
    private final StoredDistributions stored;

    public YieldMaxTask(Web web, Database database, BulkWriter writer) {
        this.web = web;
        this.stored = new StoredDistributions(database, writer);
    }

    @Override
    public TaskName name() {
        return TaskName.YIELDMAX;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        SourceClient site = new CircuitBreaker(web.source(SourceId.YIELDMAX), PATIENCE);
        SourceClient press = new CircuitBreaker(web.source(SourceId.GLOBENEWSWIRE), PATIENCE);
        if (!site.usable() && !press.usable()) {
            return new TaskOutcome.Skipped("both sources, yieldmax and globenewswire, are switched off");
        }
        LocalDate since = context.marketDay().minusDays(DAYS);
        FailureLog failures = new FailureLog(context);
        FundPages funds = new FundPages(site, stored, context, failures);
        PagesRead pages = site.usable() ? funds.read(since) : PagesRead.NONE;
        if (press.usable()) {
            pages = pages.plus(new Releases(press, stored, context, failures).read(since, Map.copyOf(funds.said())));
        }
        failures.close();
        return outcome(pages, failures, context.assignment());
    }

    private static TaskOutcome outcome(PagesRead pages, FailureLog failures, Assignment assignment) throws TaskFailed {
        Tally tally = new Tally(
                pages.requests(),
                pages.read(),
                pages.written().added(),
                pages.written().changed(),
                pages.written().same(),
                failures.count());
        boolean part = assignment.narrowed() || !assignment.done().isEmpty();
        if (pages.read() == 0 && (!part || failures.count() > 0)) {
            throw new TaskFailed(
                    failures.count() == 0
                            ? "no distribution on %d pages: the layout may have changed".formatted(pages.asked())
                            : "nothing could be read: " + failures.first(),
                    tally);
        }
        if (pages.failed() * 3 > pages.asked()) {
            throw new TaskFailed(
                    "%d of %d pages failed, the first: %s".formatted(pages.failed(), pages.asked(), failures.first()),
                    tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }
}
