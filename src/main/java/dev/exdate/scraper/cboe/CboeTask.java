package dev.exdate.scraper.cboe;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.scraper.Asked;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.scraper.Scraping;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.cboe.NoticeQuestion;
import dev.exdate.task.Assignment;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.UnitKind;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cboe's dividend notices: those not stored yet, and those of the last ten days again. Works on every day. Without
 * the list of a past year the task fails, because there is no other way to its notices.
 */
@Dependent
public final class CboeTask implements Task {
    private static final Scraping SCRAPING = new Scraping(CboeSource.SCRAPER, List.of(CboeSource.ID), "notices");

    private final Web web;
    private final StoredNotices stored;

    public CboeTask(Web web, Database database, BulkWriter writer) {
        this.web = web;
        this.stored = new StoredNotices(database, writer);
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
        Assignment assignment = run.context().assignment();
        NoticeList list = new NoticeList(run, stored);
        Set<NoticeQuestion> due = new LinkedHashSet<>(chosen(assignment));
        for (int year : years(run.context())) {
            due.addAll(list.due(year));
        }
        if (run.context().options().scraping().years().isEmpty() && !assignment.narrowed()) {
            due.addAll(list.dueOfOldYear());
        }
        if (!due.isEmpty()) {
            run.expectRows();
        }
        Asked asked = run.ask(due, new NoticePages(run, stored));
        run.log().line("📄 Notices: " + asked.words("dividends"));
    }

    /** Requests single notices. */
    private static List<NoticeQuestion> chosen(Assignment assignment) {
        return assignment.narrowed()
                ? assignment
                        .only(UnitKind.PAGE)
                        .flatMap(unit -> NoticeQuestion.ofAddress(unit.name()).stream())
                        .toList()
                : List.of();
    }

    private static List<Integer> years(TaskContext context) {
        if (context.assignment().narrowed()) {
            return context.assignment()
                    .only(UnitKind.PAGE)
                    .flatMap(unit -> NoticeList.yearOf(unit).stream())
                    .toList();
        }
        List<Integer> years = context.options().scraping().years();
        return years.isEmpty() ? List.of(context.marketDay().getYear()) : years;
    }
}
