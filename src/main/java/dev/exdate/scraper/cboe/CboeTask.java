package dev.exdate.scraper.cboe;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.settings.SourceId;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.web.CircuitBreaker;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cboe's dividend notices: those not stored yet, and those of the last ten days again. Works on every day of the week.
 * Fails when no row came where rows are due, when the list of a past year cannot be had, or when more than a third of the
 * notices failed.
 */
@Dependent
public final class CboeTask implements Task {
    private static final int PATIENCE = 8;

    private final Web web;
    private final StoredNotices stored;

    public CboeTask(Web web, Database database, BulkWriter writer) {
        this.web = web;
        this.stored = new StoredNotices(database, writer);
    }

    @Override
    public TaskName name() {
        return TaskName.CBOE;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        SourceClient source = new CircuitBreaker(web.source(SourceId.CBOE), PATIENCE);
        if (!source.usable()) {
            return new TaskOutcome.Skipped("the source cboe is switched off");
        }
        FailureLog failures = new FailureLog(context);
        NoticeList list = new NoticeList(source, stored, context, failures, context.marketDay());
        Set<NoticeQuestion> due = new LinkedHashSet<>(chosen(context));
        List<Integer> unlisted = new ArrayList<>();
        for (int year : years(context)) {
            Optional<List<NoticeQuestion>> ofYear = list.due(year);
            ofYear.ifPresentOrElse(due::addAll, () -> unlisted.add(year));
        }
        if (context.options().scraping().cboeYears().isEmpty()
                && !context.assignment().narrowed()) {
            due.addAll(list.dueOfOldYear());
        }
        NoticePages pages = new NoticePages(source, stored, context, failures);
        List<NoticeQuestion> left = context.assignment().left(due, notice -> Unit.page(notice.address()));
        pages.read(left);
        failures.close();
        Tally tally = new Tally(
                list.requests() + left.size(),
                pages.read(),
                pages.written().added(),
                pages.written().changed(),
                pages.written().same(),
                failures.count());
        String reason = reasonToFail(left.size(), unlisted, pages, failures);
        if (!reason.isEmpty()) {
            throw new TaskFailed(reason, tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }

    /** Notices that are asked for by themselves. */
    private static List<NoticeQuestion> chosen(TaskContext context) {
        return context.assignment().narrowed()
                ? context.assignment()
                        .only(UnitKind.PAGE)
                        .flatMap(unit -> NoticeQuestion.ofAddress(unit.name()).stream())
                        .toList()
                : List.of();
    }

    private List<Integer> years(TaskContext context) {
        if (context.assignment().narrowed()) {
            return context.assignment()
                    .only(UnitKind.PAGE)
                    .flatMap(unit -> NoticeList.yearOf(unit).stream())
                    .toList();
        }
        List<Integer> years = context.options().scraping().cboeYears();
        return years.isEmpty() ? List.of(context.marketDay().getYear()) : years;
    }

    private static String reasonToFail(int asked, List<Integer> unlisted, NoticePages pages, FailureLog failures) {
        if (!unlisted.isEmpty()) {
            return "no list of notices for %s: %s".formatted(unlisted, failures.first());
        }
        if (pages.read() == 0 && failures.count() > 0) {
            return "nothing could be read: " + failures.first();
        }
        if (pages.read() == 0 && asked > 0) {
            return "no dividend in any of %d notices: the layout may have changed".formatted(asked);
        }
        if (pages.failed() * 3 > asked) {
            return "%d of %d notices failed, the first: %s".formatted(pages.failed(), asked, failures.first());
        }
        return "";
    }
}
