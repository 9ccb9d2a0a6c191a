package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.settings.SourceId;
import dev.exdate.source.yahoo.DeclaredAmount;
import dev.exdate.source.yahoo.YahooChart;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.web.SourceClient;
import java.time.LocalDate;
import java.util.List;

/** Yahoo: all three kinds in one request. Its dividends are brought back to the declared amounts. */
record YahooSource(SourceClient source, YahooClient client) implements SymbolSource {
    @Override
    public SourceId id() {
        return SourceId.YAHOO;
    }

    @Override
    public boolean usable() {
        return source.usable();
    }

    @Override
    public boolean gives(Kind kind) {
        return kind != Kind.COMPANY;
    }

    @Override
    public Reply ask(Question question) throws InterruptedException {
        boolean prices = question.kinds().contains(Kind.PRICES);
        boolean events =
                question.kinds().contains(Kind.DIVIDENDS) || question.kinds().contains(Kind.SPLITS);
        LocalDate from = !events || prices && question.pricesFrom().isBefore(question.eventsFrom())
                ? question.pricesFrom()
                : question.eventsFrom();
        return switch (client.chart(question.ticker(), from, question.until())) {
            case Answer.Failed<YahooChart>(Failure failure, String message) -> Reply.failed(id(), failure, message);
            case Answer.Nothing<YahooChart> ignored -> Reply.nothing(id());
            case Answer.Rows<YahooChart>(List<YahooChart> charts) -> reply(charts.getFirst(), question);
        };
    }

    private Reply reply(YahooChart chart, Question question) {
        List<PriceBar> bars = chart.bars().stream()
                .filter(bar -> !bar.date().isBefore(question.pricesFrom()))
                .toList();
        // All splits after an ex-date of the span are in the span, which ends today.
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
                        null,
                        null,
                        dividend.currency()))
                .toList();
        List<Split> splits = chart.splits().stream()
                .filter(split -> !split.date().isBefore(question.eventsFrom()))
                .toList();
        return new Reply(
                id(), Answer.rowsOrNothing(bars), Answer.rowsOrNothing(dividends), Answer.rowsOrNothing(splits));
    }
}
