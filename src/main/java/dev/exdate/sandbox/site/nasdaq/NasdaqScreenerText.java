package dev.exdate.sandbox.site.nasdaq;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.sandbox.site.UsDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The exchange's screeners: every value is text. */
final class NasdaqScreenerText {
    private final Market market;
    private final Spelling spelling;
    /** The whole lists: each takes the last prices of the whole market, which for a large one takes seconds. */
    private final Map<String, String> lists = new ConcurrentHashMap<>();

    NasdaqScreenerText(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    /** A page of the table on the site: without sector and industry. Empty {@code exchange} means all. */
    String page(String exchange, int limit, int offset) {
        List<Listing> stocks = stocks(exchange);
        return NasdaqEnvelope.of(
                json -> {
                    json.absent("filters").object("table").object("headers");
                    for (String header : List.of("symbol", "name", "lastsale", "netchange", "pctchange", "marketCap")) {
                        json.field(header, header);
                    }
                    json.end().array("rows");
                    stocks.stream().skip(offset).limit(limit).forEach(stock -> {
                        json.object();
                        common(json, stock);
                        json.field(
                                        "marketCap",
                                        stock.marketCap() == 0
                                                ? "NA"
                                                : String.format(Locale.US, "%,d", stock.marketCap()))
                                .field("url", url(stock))
                                .end();
                    });
                    json.end().end().field("totalrecords", stocks.size()).field("asof", asOf());
                },
                null);
    }

    /** All rows at once, with sector and industry. */
    String download(String exchange) {
        return lists.computeIfAbsent("stocks " + exchange, list -> stockList(exchange));
    }

    String funds() {
        return lists.computeIfAbsent("funds", list -> fundList());
    }

    private String stockList(String exchange) {
        return NasdaqEnvelope.of(
                json -> {
                    json.field("asOf", (String) null).object("headers");
                    for (String header : List.of("symbol", "name", "lastsale", "marketCap", "sector", "industry")) {
                        json.field(header, header);
                    }
                    json.end().array("rows");
                    stocks(exchange).forEach(stock -> {
                        json.object();
                        common(json, stock);
                        json.field("volume", Integer.toString(Chance.of(9_000_000, "volume", stock.ticker())))
                                .field("marketCap", stock.marketCap() == 0 ? "NA" : stock.marketCap() + ".00")
                                .field("country", "United States")
                                .field("ipoyear", "")
                                .field("industry", stock.industry())
                                .field("sector", stock.sector())
                                .field("url", url(stock))
                                .end();
                    });
                    json.end();
                },
                null);
    }

    private String fundList() {
        return NasdaqEnvelope.of(
                json -> {
                    json.field("dataAsOf", asOf())
                            .object("data")
                            .object("headers")
                            .field("symbol", "SYMBOL")
                            .end()
                            .array("rows");
                    market.listings().stream()
                            .filter(NasdaqScreenerText::isFund)
                            .forEach(fund -> fund(json, fund));
                    json.end().end();
                },
                null);
    }

    private void fund(JsonText json, Listing fund) {
        json.object()
                .field("oneYearPercentage", "")
                .field("symbol", spelling.of(fund.ticker()))
                .field("companyName", fund.name());
        Quote.of(market, fund.ticker())
                .ifPresent(
                        quote -> json.field("lastSalePrice", "$" + quote.price().toPlainString())
                                .field("netChange", quote.change().toPlainString())
                                .field("percentageChange", percent(quote))
                                .field("deltaIndicator", quote.change().signum() < 0 ? "down" : "up"));
        json.end();
    }

    private void common(JsonText json, Listing stock) {
        json.field("symbol", spelling.of(stock.ticker())).field("name", stock.name());
        Quote.of(market, stock.ticker())
                .ifPresent(quote -> json.field("lastsale", "$" + quote.price().toPlainString())
                        .field("netchange", quote.change().toPlainString())
                        .field("pctchange", percent(quote)));
    }

    private List<Listing> stocks(String exchange) {
        return market.listings().stream()
                .filter(listing -> !isFund(listing))
                .filter(listing -> exchange.isEmpty() || listing.exchange().equalsIgnoreCase(exchange))
                .toList();
    }

    private static boolean isFund(Listing listing) {
        return listing.kind() == Listing.Kind.ETF || listing.kind() == Listing.Kind.OPTION_FUND;
    }

    private static String percent(Quote quote) {
        BigDecimal percent = quote.changePercent().setScale(3, RoundingMode.HALF_UP);
        return percent.toPlainString() + "%";
    }

    private String url(Listing stock) {
        return "/market-activity/stocks/" + spelling.of(stock.ticker()).toLowerCase(Locale.ROOT);
    }

    private String asOf() {
        return "Last price as of " + UsDate.inWords(market.today());
    }
}
