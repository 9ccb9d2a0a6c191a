package dev.exdate.sandbox.site.yahoo;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.SplitAdjustment;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.source.yahoo.YahooSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events of a chart's span, unsorted and split-adjusted. A key is a day, so that payments of one day are added up;
 * gains stand apart, and only when asked for.
 */
record ChartEvents(Market market, Ticker ticker, long from, long until) {
    static final String DIVIDENDS = "div";
    static final String SPLITS = "split";
    static final String GAINS = "capitalGains";

    /** @param asked {@link #DIVIDENDS}, {@link #SPLITS}, {@link #GAINS} */
    void write(JsonText json, Set<String> asked) {
        List<StockSplit> splits = market.splits(ticker);
        List<StockSplit> shown = asked.contains(SPLITS)
                ? splits.stream().filter(split -> isInSpan(split.date())).toList()
                : List.of();
        SplitAdjustment adjustment = new SplitAdjustment(market.amountSplits(ticker));
        Map<LocalDate, BigDecimal> dividends = asked.contains(DIVIDENDS)
                ? paid(adjustment, payout -> !payout.kind().isGain())
                : Map.of();
        Map<LocalDate, BigDecimal> gains =
                asked.contains(GAINS) ? paid(adjustment, payout -> payout.kind().isGain()) : Map.of();
        if (dividends.isEmpty() && gains.isEmpty() && shown.isEmpty()) {
            return;
        }
        json.object("events");
        amounts(json, "dividends", dividends);
        amounts(json, "capitalGains", gains);
        if (!shown.isEmpty()) {
            json.object("splits");
            shown.forEach(split -> split(json, split));
            json.end();
        }
        json.end();
    }

    private Map<LocalDate, BigDecimal> paid(SplitAdjustment adjustment, Predicate<Payout> kind) {
        Map<LocalDate, BigDecimal> paid = new LinkedHashMap<>();
        market.payouts(ticker).stream()
                .filter(payout -> payout.sources().contains(YahooSource.ID))
                .filter(payout -> !payout.exDate().isAfter(market.today()))
                .filter(payout -> isInSpan(payout.exDate()))
                .filter(kind)
                .sorted(Comparator.comparingInt(payout -> Chance.of(1000, "unsorted", payout.exDate())))
                .forEach(payout -> paid.merge(payout.exDate(), adjustment.amount(payout), BigDecimal::add));
        return paid;
    }

    private void amounts(JsonText json, String name, Map<LocalDate, BigDecimal> paid) {
        if (!paid.isEmpty()) {
            json.object(name);
            paid.forEach((day, amount) -> json.object(Long.toString(YahooChart.open(day)))
                    .field("amount", market.rounded(amount))
                    .field("date", YahooChart.open(day))
                    .end());
            json.end();
        }
    }

    private boolean isInSpan(LocalDate day) {
        return YahooChart.open(day) >= from && YahooChart.open(day) < until;
    }

    private static void split(JsonText json, StockSplit split) {
        json.object(Long.toString(YahooChart.open(split.date())))
                .field("date", YahooChart.open(split.date()))
                .field("numerator", split.numerator())
                .field("denominator", split.denominator())
                .field(
                        "splitRatio",
                        split.numerator().toPlainString() + ":"
                                + split.denominator().toPlainString())
                .end();
    }
}
