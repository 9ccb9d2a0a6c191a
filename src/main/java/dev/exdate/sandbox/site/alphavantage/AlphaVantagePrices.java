package dev.exdate.sandbox.site.alphavantage;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Alpha Vantage's daily prices of a symbol, raw, with the splits and dividends of each day where they cost extra. */
final class AlphaVantagePrices {
    private static final int COMPACT = 100;
    private static final int YEARS_KEPT = 6;

    private final Market market;
    private final Spelling spelling;

    AlphaVantagePrices(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    /** Raw prices; with {@code adjusted} the form that costs extra. */
    String daily(String symbol, boolean adjusted, boolean full) {
        Optional<Listing> found = spelling.find(symbol);
        if (found.isEmpty()) {
            return AlphaVantageText.error(
                    "Error Message",
                    "Invalid API call. Please retry or visit the documentation (https://www.alphavantage.co/documentation/).");
        }
        Listing listing = found.get();
        List<Bar> bars = market.bars(listing.ticker(), market.today().minusYears(YEARS_KEPT), market.today())
                .reversed();
        List<Bar> shown = full ? bars : bars.subList(0, Math.min(COMPACT, bars.size()));
        JsonText json = new JsonText()
                .object()
                .object("Meta Data")
                .field(
                        "1. Information",
                        adjusted ? "Daily Time Series with Splits and Dividend Events" : "Daily Prices")
                .field("2. Symbol", symbol)
                .field("3. Last Refreshed", market.today().toString())
                .field("4. Output Size", full ? "Full size" : "Compact")
                .field("5. Time Zone", "US/Eastern")
                .end()
                .object("Time Series (Daily)");
        DailyEvents events = new DailyEvents(market.payouts(listing.ticker()), market.splits(listing.ticker()));
        shown.forEach(bar -> bar(json, bar, events, adjusted));
        return json.text();
    }

    private static void bar(JsonText json, Bar bar, DailyEvents events, boolean adjusted) {
        BigDecimal factor = events.factorAfter(bar.date());
        json.object(bar.date().toString())
                .field("1. open", raw(bar.open(), factor))
                .field("2. high", raw(bar.high(), factor))
                .field("3. low", raw(bar.low(), factor))
                .field("4. close", raw(bar.close(), factor));
        if (adjusted) {
            json.field("5. adjusted close", bar.adjClose().toPlainString())
                    .field("6. volume", Long.toString(bar.volume()))
                    .field(
                            "7. dividend amount",
                            events.dividend(bar.date())
                                    .setScale(4, RoundingMode.HALF_UP)
                                    .toPlainString())
                    .field(
                            "8. split coefficient",
                            events.coefficient(bar.date()).toPlainString());
        } else {
            json.field("5. volume", Long.toString(bar.volume()));
        }
        json.end();
    }

    private static String raw(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor)
                .setScale(Math.max(4, price.scale()), RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** A symbol's payouts and splits by day. */
    private record DailyEvents(List<Payout> payouts, List<StockSplit> splits) {
        BigDecimal dividend(LocalDate day) {
            return payouts.stream()
                    .filter(payout ->
                            payout.exDate().equals(day) && payout.sources().contains(AlphaVantageSource.ID))
                    .map(Payout::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal coefficient(LocalDate day) {
            return splits.stream()
                    .filter(split -> split.date().equals(day))
                    .map(DailyEvents::ratio)
                    .reduce(new BigDecimal("1.0"), BigDecimal::multiply);
        }

        BigDecimal factorAfter(LocalDate day) {
            return splits.stream()
                    .filter(split -> split.date().isAfter(day))
                    .map(DailyEvents::ratio)
                    .reduce(BigDecimal.ONE, BigDecimal::multiply);
        }

        private static BigDecimal ratio(StockSplit split) {
            return split.numerator()
                    .divide(split.denominator(), 6, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }
    }
}
