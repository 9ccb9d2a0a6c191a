package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import dev.exdate.source.yahoo.DeclaredAmount;
import dev.exdate.source.yahoo.YahooChart;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.source.yahoo.YahooSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Yahoo: all three kinds in one request. Its dividends are converted back to the declared amounts. */
@Dependent
@Priority(20)
record YahooSymbolSource(YahooClient client) implements SymbolSource {
    private static final IdentityCheck IDENTITY = new IdentityCheck(YahooSource.SPELLING);

    @Override
    public SourceId id() {
        return YahooSource.ID;
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
    public int symbolsAtOnce() {
        return YahooClient.SPARK_SYMBOLS;
    }

    @Override
    public Answer<Map<Ticker, List<PriceBar>>> newest(List<Ticker> tickers) throws InterruptedException {
        return switch (client.spark(tickers)) {
            case Answer.Rows<Map<Ticker, List<PriceBar>>>(List<Map<Ticker, List<PriceBar>>> rows) ->
                new Answer.Rows<>(List.of(rows.getFirst().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                closes -> PriceBars.of(closes.getValue()).withoutNoise()))));
            case Answer<Map<Ticker, List<PriceBar>>> none -> none;
        };
    }

    @Override
    public SymbolReply ask(SymbolQuery question) throws InterruptedException {
        boolean prices = question.kinds().contains(DataKind.PRICES);
        boolean events = question.kinds().contains(DataKind.DIVIDENDS)
                || question.kinds().contains(DataKind.SPLITS);
        LocalDate from = !events || prices && question.pricesFrom().isBefore(question.eventsFrom())
                ? question.pricesFrom()
                : question.eventsFrom();
        return switch (client.chart(question.ticker(), from, question.until())) {
            case Answer.Failed<YahooChart>(Failure failure, String message) ->
                SymbolReply.failed(id(), failure, message);
            case Answer.Nothing<YahooChart> ignored -> SymbolReply.nothing(id());
            case Answer.Rows<YahooChart>(List<YahooChart> charts) -> checked(charts.getFirst(), question);
        };
    }

    private SymbolReply checked(YahooChart chart, SymbolQuery question) {
        return IDENTITY.objection(question.ticker(), chart.ticker(), chart.currency())
                .map(message -> SymbolReply.failed(id(), Failure.OTHER_SYMBOL, message))
                .orElseGet(() -> reply(chart, question));
    }

    private SymbolReply reply(YahooChart chart, SymbolQuery question) {
        PriceBars bars = chart.bars().from(question.pricesFrom()).withoutNoise();
        // The span ends today, so it has all splits after any of its ex-dates.
        DeclaredAmount declared = new DeclaredAmount(chart.splits());
        List<Distribution> dividends = chart.dividends().stream()
                .filter(dividend -> !dividend.exDate().isBefore(question.eventsFrom()))
                .map(dividend -> new Distribution(
                        question.ticker(),
                        dividend.exDate(),
                        null,
                        null,
                        null,
                        declared.of(dividend.exDate(), dividend.amount()),
                        dividend.amount(),
                        null,
                        dividend.currency(),
                        dividend.kind()))
                .toList();
        List<Split> splits = chart.splits().stream()
                .filter(split -> !split.date().isBefore(question.eventsFrom()))
                .toList();
        return new SymbolReply(
                id(), Answer.rowsOrNothing(bars), Answer.rowsOrNothing(dividends), Answer.rowsOrNothing(splits));
    }
}
