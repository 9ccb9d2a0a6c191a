package dev.exdate.sandbox.site.yahoo;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Yahoo's newest closes of many symbols at once, in two shapes. An unknown symbol is left out; one without a bar has an
 * empty response, or none.
 */
final class YahooSpark {
    static final int MOST_SYMBOLS = 20;

    /** Yahoo states five minutes whatever the interval. */
    private static final int GRANULARITY = 300;

    private final Market market;
    private final Spelling spelling;
    private final long from;
    private final String range;

    YahooSpark(Market market, Spelling spelling, long from, String range) {
        this.market = market;
        this.spelling = spelling;
        this.from = from;
        this.range = range;
    }

    static String refusal() {
        return new JsonText()
                .object()
                .object("spark")
                .absent("result")
                .object("error")
                .field("code", "Bad Request")
                .field("description", "Invalid symbols or range")
                .text();
    }

    /** Version 7: a chart cut short for each symbol. */
    String nested(List<String> symbols) {
        JsonText json = new JsonText().object().object("spark").array("result");
        for (String symbol : symbols) {
            chart(symbol).ifPresent(chart -> {
                json.object().field("symbol", symbol);
                List<YahooChart.Point> points = chart.points(from, Long.MAX_VALUE);
                if (!points.isEmpty()) {
                    json.array("response").object();
                    chart.meta(json, from, range);
                    times(json, points);
                    json.object("indicators").array("quote").object();
                    closes(json, points);
                    json.end().end().end().end().end();
                } else if (Chance.oneIn(2, "no response", symbol)) {
                    json.array("response").end();
                }
                json.end();
            });
        }
        return json.end().absent("error").text();
    }

    /** Version 8: an object of columns under each symbol. */
    String flat(List<String> symbols) {
        JsonText json = new JsonText().object();
        for (String symbol : symbols) {
            chart(symbol).ifPresent(chart -> {
                List<YahooChart.Point> points = chart.points(from, Long.MAX_VALUE);
                json.object(symbol).field("symbol", symbol);
                times(json, points);
                closes(json, points);
                listing(symbol)
                        .flatMap(listing -> Quote.of(market, listing.ticker()))
                        .ifPresent(quote -> json.field("chartPreviousClose", quote.previousClose())
                                .field("previousClose", quote.previousClose())
                                .field("fulldayPrice", quote.price())
                                .field("fulldayChange", quote.change())
                                .field("fulldayChangePercent", quote.changePercent()));
                json.field("dataGranularity", GRANULARITY).end();
            });
        }
        return json.text();
    }

    private Optional<Listing> listing(String symbol) {
        return spelling.find(symbol.toUpperCase(Locale.ROOT));
    }

    private Optional<YahooChart> chart(String symbol) {
        return listing(symbol).map(listing -> new YahooChart(market, listing, symbol));
    }

    private static void times(JsonText json, List<YahooChart.Point> points) {
        json.array("timestamp");
        points.forEach(point -> json.value(point.second()));
        json.end();
    }

    private static void closes(JsonText json, List<YahooChart.Point> points) {
        json.array("close");
        for (YahooChart.Point point : points) {
            Bar bar = point.bar();
            json.value(bar == null ? (BigDecimal) null : bar.close());
        }
        json.end();
    }
}
