package dev.exdate.futuredividends;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.market.Distribution;
import dev.exdate.settings.SourceId;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** FMP's world-wide calendar of dividends, at most 90 days per request. */
@Dependent
@Priority(20)
public record FmpCalendar(FmpClient client) implements DividendCalendar {
    private static final int DAYS = 89;

    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public String name() {
        return "FMP";
    }

    @Override
    public SourceId source() {
        return FmpSource.ID;
    }

    @Override
    public List<Span> spans(LocalDate first, LocalDate last) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate begin = first; !begin.isAfter(last); begin = begin.plusDays(DAYS + 1)) {
            LocalDate end = begin.plusDays(DAYS);
            spans.add(new Span(begin, end.isAfter(last) ? last : end));
        }
        return spans;
    }

    @Override
    public Answer<FutureDividend> of(Span span) throws InterruptedException {
        return Answers.map(
                client.dividendsCalendar(span.first(), span.last()),
                rows -> rows.stream()
                        .filter(row -> row.amount().signum() > 0)
                        .map(FmpCalendar::dividend)
                        .toList());
    }

    private static FutureDividend dividend(Distribution row) {
        return new FutureDividend(
                row.ticker(),
                row.exDate(),
                List.of(row.amount()),
                row.recordDate(),
                row.payDate(),
                row.declaredDate(),
                row.adjAmount(),
                null,
                row.frequency(),
                "FMP");
    }
}
