package dev.exdate.futuredividends;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nasdaq.CalendarDays;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.NasdaqDividend;
import dev.exdate.source.nasdaq.NasdaqSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * NASDAQ's calendar, a day a request.
 *
 * @param days that the run has read already
 */
@Dependent
@Priority(10)
public record NasdaqCalendar(NasdaqClient client, CalendarDays days) implements DividendCalendar {
    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public String name() {
        return "Nasdaq";
    }

    @Override
    public SourceId source() {
        return NasdaqSource.ID;
    }

    @Override
    public List<Span> spans(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).map(day -> new Span(day, day)).toList();
    }

    @Override
    public Answer<FutureDividend> of(Span span) throws InterruptedException {
        return Answers.map(client.calendar(span.first()), NasdaqCalendar::paid);
    }

    @Override
    public Answer<FutureDividend> anew(Span span) throws InterruptedException {
        return Answers.map(client.calendarAnew(span.first()), NasdaqCalendar::paid);
    }

    @Override
    public Optional<Answer<FutureDividend>> known(UUID runId, Span span) {
        return days.take(runId, span.first()).map(rows -> Answer.rowsOrNothing(paid(rows)));
    }

    private static List<FutureDividend> paid(List<NasdaqDividend> rows) {
        return rows.stream()
                .filter(row -> row.rate().signum() > 0)
                .map(NasdaqCalendar::dividend)
                .toList();
    }

    private static FutureDividend dividend(NasdaqDividend row) {
        return new FutureDividend(
                row.ticker(),
                row.exDate(),
                List.of(row.rate()),
                row.recordDate(),
                row.payDate(),
                row.announcementDate(),
                null,
                null,
                null,
                "Nasdaq");
    }
}
