package dev.exdate.scraper.nasdaq;

import dev.exdate.guard.EmptyCalendarRule;
import dev.exdate.guard.FailureShareRule;
import dev.exdate.guard.Limits;
import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.format.Answer;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Screened;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.ExDateWindow;
import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.NasdaqDividend;
import dev.exdate.task.Assignment;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.web.CircuitBreaker;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * NASDAQ's calendar, one request a day of ex-dates, weekends included (foreign lines go ex on them). What a later answer
 * leaves out stays: the site forgets within a week.
 */
@Dependent
public final class NasdaqTask implements Task {
    private static final int PATIENCE = 6;
    private static final Limits LIMITS = Limits.USUAL;

    private final Web web;
    private final CalendarStore store;

    public NasdaqTask(Web web, Database database, BulkWriter writer) {
        this.web = web;
        this.store = new CalendarStore(database, writer);
    }

    @Override
    public TaskName name() {
        return TaskName.NASDAQ;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        SourceClient source = new CircuitBreaker(web.source(SourceId.NASDAQ), PATIENCE);
        if (!source.usable()) {
            return new TaskOutcome.Skipped("the source nasdaq is switched off");
        }
        Assignment assignment = context.assignment();
        ExDateWindow.Span span =
                assignment.window().isPresent() ? assignment.window().get() : span(context.options());
        List<LocalDate> days = List.copyOf(assignment.days(span));
        context.log().line("📅 %d ex-dates from %s to %s".formatted(days.size(), days.getFirst(), days.getLast()));
        NasdaqClient client = new NasdaqClient(source);
        FailureLog failures = new FailureLog(context);
        Progress progress = new Progress();
        List<LocalDate> left = assignment.left(days, Unit::day);
        // Of days that are over the site forgets half within a week.
        LocalDate today = LocalDate.ofInstant(context.startedAt(), TradingCalendar.NEW_YORK);
        Set<LocalDate> ahead = left.stream()
                .filter(day -> !day.isBefore(context.marketDay()) && !day.isBefore(today))
                .collect(Collectors.toSet());
        long stored = store.stored(ahead);
        ParallelFetch.<LocalDate, Answer<NasdaqDividend>, SQLException>askAll(left, client::calendar, answers -> {
            List<NasdaqDividend> rows = new ArrayList<>();
            Set<LocalDate> missed = new HashSet<>();
            for (ParallelFetch.Answered<LocalDate, Answer<NasdaqDividend>> it : answers) {
                Screened<NasdaqDividend> screened =
                        store.screen(it.answer().rowsOrEmpty(), context.gate(name()), context.marketDay());
                Optional<String> trouble = it.answer() instanceof Answer.Failed<NasdaqDividend> failed
                        ? Optional.of(failed.message())
                        : screened.objection();
                if (trouble.isPresent()) {
                    failures.add(Unit.day(it.question()), trouble.get());
                    missed.add(it.question());
                }
                rows.addAll(screened.rows());
                if (ahead.contains(it.question())) {
                    progress.ahead += it.answer().rowsOrEmpty().size();
                }
            }
            progress.read += rows.size();
            progress.asked += answers.size();
            progress.stored = progress.stored.plus(store.write(rows, context.log()));
            answers.stream()
                    .filter(it -> !missed.contains(it.question()))
                    .forEach(it -> context.ledger().done(Unit.day(it.question())));
            context.ledger().progress(progress.tally(failures));
        });
        failures.close();
        if (failures.count() == 0 && ShrinkRule.ofAnnouncements(LIMITS.lists()).isShort(stored, progress.ahead)) {
            Optional<String> objection = context.gate(name())
                    .objection(
                            Guard.SHORT,
                            name().id(),
                            "nasdaq lists %d dividends from %s on, and had %d"
                                    .formatted(progress.ahead, context.marketDay(), stored));
            if (objection.isPresent()) {
                throw new TaskFailed(objection.get(), progress.tally(failures));
            }
        }
        return left.isEmpty() ? new TaskOutcome.Succeeded(progress.tally(failures)) : outcome(left, progress, failures);
    }

    @Override
    public Optional<ExDateWindow.Span> window(TaskOptions options) throws SQLException {
        return Optional.of(span(options));
    }

    private ExDateWindow.Span span(TaskOptions options) throws SQLException {
        LocalDate marketDay = options.marketDay();
        return options.scraping().window().span(marketDay, store.newestPast(marketDay));
    }

    private static final class Progress {
        private long asked;
        private long read;
        private long ahead;
        private CalendarStore.Stored stored = CalendarStore.Stored.NOTHING;

        Tally tally(FailureLog failures) {
            return new Tally(
                    asked,
                    read,
                    stored.written().added(),
                    stored.written().changed(),
                    stored.written().same(),
                    failures.count());
        }
    }

    private static TaskOutcome outcome(List<LocalDate> days, Progress progress, FailureLog failures) throws TaskFailed {
        Tally tally = progress.tally(failures);
        if (FailureShareRule.of(LIMITS.sources()).isTooMany(failures.count(), days.size())) {
            throw new TaskFailed(
                    "%d of %d days failed, the first: %s".formatted(failures.count(), days.size(), failures.first()),
                    tally);
        }
        boolean due = EmptyCalendarRule.of(LIMITS.lists()).mustHaveDividends(days);
        if (progress.read == 0 && due) {
            throw new TaskFailed(
                    "no dividend on any day from %s to %s: the site is empty or its layout has changed"
                            .formatted(days.getFirst(), days.getLast()),
                    tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }
}
