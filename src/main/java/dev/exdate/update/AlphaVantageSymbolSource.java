package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.alphavantage.AlphaVantageDay;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.List;

/**
 * Alpha Vantage, asked last. Its prices are raw and it reports no splits, so only its last 100 days are used; within
 * them Exdate would see the jump of a split.
 */
@Dependent
@Priority(10)
record AlphaVantageSymbolSource(AlphaVantageClient client) implements SymbolSource {
    private static final IdentityCheck IDENTITY = new IdentityCheck(AlphaVantageSource.SPELLING);

    @Override
    public SourceId id() {
        return AlphaVantageSource.ID;
    }

    @Override
    public boolean usable() {
        return client.usable();
    }

    @Override
    public boolean gives(DataKind kind) {
        return kind == DataKind.PRICES || kind == DataKind.DIVIDENDS;
    }

    @Override
    public SymbolReply ask(SymbolQuery question) throws InterruptedException {
        Answer<PriceBar> prices = question.kinds().contains(DataKind.PRICES) ? prices(question) : Answer.nothing();
        Answer<Distribution> dividends =
                question.kinds().contains(DataKind.DIVIDENDS) ? dividends(question) : Answer.nothing();
        return new SymbolReply(id(), prices, dividends, Answer.nothing());
    }

    private Answer<PriceBar> prices(SymbolQuery question) throws InterruptedException {
        Answer<PriceBar> answer = bars(client.daily(question.ticker(), false));
        if (!(answer instanceof Answer.Rows<PriceBar>(List<PriceBar> rows))) {
            return answer;
        }
        LocalDate first = rows.getFirst().date();
        if (question.pricesFrom().isBefore(first.minusDays(7)) && rows.size() >= 100) {
            return Answer.failed(
                    Failure.PLAN, "its prices of the last 100 days do not go back to " + question.pricesFrom());
        }
        return Answer.rowsOrNothing(rows.stream()
                .filter(bar -> !bar.date().isBefore(question.pricesFrom())
                        && !bar.date().isAfter(question.until()))
                .toList());
    }

    private static Answer<PriceBar> bars(Answer<AlphaVantageDay> days) {
        return Answers.map(days, rows -> rows.stream().map(AlphaVantageDay::bar).toList());
    }

    private Answer<Distribution> dividends(SymbolQuery question) throws InterruptedException {
        Answer<Distribution> answer = IDENTITY.checked(question.ticker(), client.dividends(question.ticker()));
        return answer instanceof Answer.Rows<Distribution>(List<Distribution> rows)
                ? Answer.rowsOrNothing(rows.stream()
                        .filter(row -> !row.exDate().isBefore(question.eventsFrom()))
                        .toList())
                : answer;
    }
}
