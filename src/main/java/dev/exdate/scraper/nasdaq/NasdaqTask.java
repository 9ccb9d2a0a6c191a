package dev.exdate.scraper.nasdaq;

import dev.exdate.database.BulkWriter;
import dev.exdate.database.Database;
import dev.exdate.format.Answer;
import dev.exdate.market.ExDateWindow;
import dev.exdate.market.TradingCalendar;
import dev.exdate.provider.nasdaq.NasdaqClient;
import dev.exdate.provider.nasdaq.NasdaqDividend;
import dev.exdate.settings.SourceId;
import dev.exdate.task.FailureLines;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.ImpatientClient;
import dev.exdate.web.Questions;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * NASDAQ's calendar, one request a day of ex-dates, weekends included (foreign lines go ex on them). What a later answer
 * leaves out stays: the site forgets within a week.
 */
public final class NasdaqTask implements Task {
    private static final int PATIENCE = 6;
    private static final int BEARABLE_PERCENT = 20;

    private final Web web;
    private final CalendarStore store;
    private final ExDateWindow window;

    public NasdaqTask(Web web, Database database, BulkWriter writer, ExDateWindow window) {
        this.web = web;
        this.store = new CalendarStore(database, writer);
        this.window = window;
    }

    @Override
    public TaskName name() {
        return TaskName.NASDAQ;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        SourceClient source = new ImpatientClient(web.source(SourceId.NASDAQ), PATIENCE);
        if (!source.usable()) {
            return new TaskOutcome.Skipped("the source nasdaq is switched off");
        }
        ExDateWindow.Span span = window.span(context.marketDay(), store.newestPast(context.marketDay()));
        List<LocalDate> days = span.from().datesUntil(span.to().plusDays(1)).toList();
        context.log().line("📅 Ex-dates from " + span.from() + " to " + span.to());
        NasdaqClient client = new NasdaqClient(source);
        FailureLines failures = new FailureLines(context.log());
        Progress progress = new Progress();
        Questions.<LocalDate, Answer<NasdaqDividend>, SQLException>askAll(days, client::calendar, answers -> {
            List<NasdaqDividend> rows = new ArrayList<>();
            for (Questions.Answered<LocalDate, Answer<NasdaqDividend>> it : answers) {
                if (it.answer() instanceof Answer.Failed<NasdaqDividend> failed) {
                    failures.add(failed.message());
                }
                rows.addAll(it.answer().rowsOrEmpty());
            }
            progress.read += rows.size();
            progress.stored = progress.stored.plus(store.write(rows, context.log()));
        });
        failures.close();
        return outcome(span, days, progress, failures);
    }

    private static final class Progress {
        private long read;
        private CalendarStore.Stored stored = CalendarStore.Stored.NOTHING;
    }

    private static TaskOutcome outcome(
            ExDateWindow.Span span, List<LocalDate> days, Progress progress, FailureLines failures) throws TaskFailed {
        Tally tally = new Tally(
                days.size(),
                progress.read,
                progress.stored.written().added(),
                progress.stored.written().changed(),
                progress.stored.written().same(),
                failures.count());
        if (failures.count() * 100L > (long) days.size() * BEARABLE_PERCENT) {
            throw new TaskFailed(
                    "%d of %d days failed, the first: %s".formatted(failures.count(), days.size(), failures.first()),
                    tally);
        }
        boolean due =
                days.stream().filter(day -> !TradingCalendar.isWeekend(day)).count() > 5;
        if (progress.read == 0 && due) {
            throw new TaskFailed(
                    "no dividend on any day from %s to %s: the site is empty or its layout has changed"
                            .formatted(span.from(), span.to()),
                    tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }
}
