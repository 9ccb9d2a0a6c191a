package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.settings.SourceId;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.List;

/**
 * FMP: one request per kind. A short span of prices comes from whole-day files if the plan has them, and of dividends and
 * splits from calendars: one request for all symbols.
 */
@Dependent
@Priority(30)
record FmpSymbolSource(FmpClient client, FmpDays days, FmpEvents events) implements SymbolSource {
    private static final IdentityCheck IDENTITY = new IdentityCheck(FmpSource.SPELLING);

    @Override
    public SourceId id() {
        return FmpSource.ID;
    }

    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public boolean gives(DataKind kind) {
        return kind != DataKind.COMPANY;
    }

    @Override
    public void expect(int symbols) {
        days.expect(symbols);
        events.expect(symbols);
    }

    @Override
    public SymbolReply ask(SymbolQuery question) throws InterruptedException {
        Answer<PriceBar> prices = question.kinds().contains(DataKind.PRICES) ? prices(question) : Answer.nothing();
        Answer<Distribution> dividends = question.kinds().contains(DataKind.DIVIDENDS)
                ? from(dividends(question), Distribution::exDate, question.eventsFrom())
                : Answer.nothing();
        Answer<Split> splits = question.kinds().contains(DataKind.SPLITS)
                ? from(splits(question), Split::date, question.eventsFrom())
                : Answer.nothing();
        return new SymbolReply(id(), prices, dividends, splits);
    }

    private Answer<Distribution> dividends(SymbolQuery question) throws InterruptedException {
        Answer<Distribution> listed = events.dividends(question.ticker(), question.eventsFrom(), question.until());
        return listed instanceof Answer.Failed<Distribution>
                ? IDENTITY.checked(question.ticker(), client.dividends(question.ticker()))
                : listed;
    }

    private Answer<Split> splits(SymbolQuery question) throws InterruptedException {
        Answer<Split> listed = events.splits(question.ticker(), question.eventsFrom(), question.until());
        return listed instanceof Answer.Failed<Split> ? client.splits(question.ticker()) : listed;
    }

    private Answer<PriceBar> prices(SymbolQuery question) throws InterruptedException {
        if (days.covers(question.pricesFrom(), question.until())) {
            Answer<PriceBar> ofDays = days.of(question.ticker(), question.pricesFrom(), question.until());
            if (!(ofDays instanceof Answer.Failed<PriceBar>)) {
                return ofDays;
            }
        }
        return client.prices(question.ticker(), question.pricesFrom(), question.until());
    }

    private static <R> Answer<R> from(
            Answer<R> answer, java.util.function.Function<R, LocalDate> day, LocalDate first) {
        return answer instanceof Answer.Rows<R>(List<R> rows)
                ? Answer.rowsOrNothing(rows.stream()
                        .filter(row -> !day.apply(row).isBefore(first))
                        .toList())
                : answer;
    }
}
