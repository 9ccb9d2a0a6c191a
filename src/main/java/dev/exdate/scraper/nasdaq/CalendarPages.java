package dev.exdate.scraper.nasdaq;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Screened;
import dev.exdate.scraper.Judged;
import dev.exdate.scraper.Pages;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.nasdaq.CalendarDays;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.NasdaqDividend;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.task.Unit;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The calendar's days. */
final class CalendarPages implements Pages<LocalDate, NasdaqDividend, CalendarRow> {
    private final NasdaqClient client;
    private final ScraperRun run;
    private final CalendarStore store;
    private final Set<LocalDate> daysAhead;
    private final CalendarDays kept;
    private final Set<LocalDate> whole = new HashSet<>();
    private long ahead;

    /**
     * @param daysAhead whose dividends are counted, and kept for the rest of the run
     * @param kept where they are kept
     */
    CalendarPages(ScraperRun run, CalendarStore store, Set<LocalDate> daysAhead, CalendarDays kept) {
        this.client = new NasdaqClient(run.source(NasdaqSource.ID));
        this.run = run;
        this.store = store;
        this.daysAhead = Set.copyOf(daysAhead);
        this.kept = kept;
    }

    @Override
    public Unit unit(LocalDate day) {
        return Unit.day(day);
    }

    @Override
    public Answer<NasdaqDividend> ask(LocalDate day) throws InterruptedException {
        return client.calendar(day);
    }

    @Override
    public void distrust(LocalDate day) {
        run.source(NasdaqSource.ID).distrust(NasdaqClient.request(day));
    }

    @Override
    public Judged<CalendarRow> judge(LocalDate day, List<NasdaqDividend> read) throws SQLException {
        List<CalendarRow> rows = CalendarRow.oneADay(read);
        if (daysAhead.contains(day)) {
            ahead += rows.size();
            kept.keep(run.context().runId(), day, read);
        }
        rows.stream()
                .filter(row -> row.payments().size() > 1)
                .forEach(row -> run.log()
                        .line("⚠️  %s has several payments on %s, %s; their sum is stored"
                                .formatted(
                                        row.kept().ticker(),
                                        row.kept().exDate(),
                                        row.payments().stream()
                                                .map(BigDecimal::toPlainString)
                                                .collect(Collectors.joining(" and ")))));
        Screened<CalendarRow> screened =
                store.screen(rows, run.gate(), run.context().marketDay());
        // The site forgets rows of past days.
        if (daysAhead.contains(day) && screened.held().isEmpty()) {
            whole.add(day);
        }
        return screened.held().isEmpty() ? new Judged.Taken<>(rows, read.size()) : Judged.of(screened);
    }

    @Override
    public Written write(List<CalendarRow> rows) throws SQLException {
        Set<LocalDate> days = Set.copyOf(whole);
        whole.clear();
        return store.write(rows, days);
    }

    /** How many dividends the days ahead have. */
    long ahead() {
        return ahead;
    }
}
