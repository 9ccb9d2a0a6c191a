package dev.exdate.sandbox.site.yahoo;

import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.JsonText;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Yahoo's daily chart of one symbol: a bar carries the second of its session's open, the running day that of its last
 * trade; days without a trade come as nulls for some symbols; dividends are split-adjusted.
 */
public final class YahooChart {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime LAST_TRADE = LocalTime.of(16, 0, 1);
    private static final int YEARS_KEPT = 6;

    private final Market market;
    private final Listing listing;
    private final String symbol;
    private final List<Bar> history;

    public YahooChart(Market market, Listing listing, String symbol) {
        this.market = market;
        this.listing = listing;
        this.symbol = symbol;
        this.history = market.bars(listing.ticker(), market.today().minusYears(YEARS_KEPT), market.today());
    }

    /** Bars and events from one second (included) to another (not included). */
    public String text(long from, long until, String range, Set<String> events) {
        JsonText json = new JsonText().object().object("chart").array("result").object();
        meta(json, from, range);
        List<Point> points = points(from, until);
        if (!points.isEmpty()) {
            json.array("timestamp");
            points.forEach(point -> json.value(point.second()));
            json.end();
        }
        new ChartEvents(market, listing.ticker(), from, until).write(json, events);
        indicators(json, points);
        return json.absent("error").text();
    }

    void meta(JsonText json, long from, String range) {
        ZonedDateTime now = market.today().atTime(LAST_TRADE).atZone(NEW_YORK);
        boolean fund = listing.kind() == Listing.Kind.ETF || listing.kind() == Listing.Kind.OPTION_FUND;
        json.object("meta")
                .field("currency", "USD")
                .field("symbol", symbol)
                .field("exchangeName", exchangeCode())
                .field("fullExchangeName", exchangeName())
                .field("instrumentType", fund ? "ETF" : "EQUITY");
        if (!history.isEmpty()) {
            json.field("firstTradeDate", open(history.getFirst().date()));
        }
        json.field("regularMarketTime", now.toEpochSecond())
                .field("hasPrePostMarketData", true)
                .field("gmtoffset", now.getOffset().getTotalSeconds())
                .field("timezone", now.getOffset().getTotalSeconds() == -14_400 ? "EDT" : "EST")
                .field("exchangeTimezoneName", NEW_YORK.getId());
        Quote.of(history).ifPresent(quote -> prices(json, quote, from));
        json.field("longName", listing.company())
                .field("shortName", listing.company())
                .field("priceHint", 2)
                .field("dataGranularity", "1d")
                .field("range", range)
                .array("validRanges");
        List.of("1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max")
                .forEach(json::value);
        json.end().end();
    }

    private void prices(JsonText json, Quote quote, long from) {
        List<Bar> year = history.stream()
                .filter(bar -> bar.date().isAfter(market.today().minusYears(1)))
                .toList();
        BigDecimal before = history.stream()
                .filter(bar -> open(bar.date()) < from)
                .reduce((earlier, later) -> later)
                .map(Bar::close)
                .orElse(quote.previousClose());
        json.field("regularMarketPrice", quote.price())
                .field("fiftyTwoWeekHigh", Quote.highest(year))
                .field("fiftyTwoWeekLow", Quote.lowest(year))
                .field("regularMarketDayHigh", quote.last().high())
                .field("regularMarketDayLow", quote.last().low())
                .field("regularMarketVolume", quote.last().volume())
                .field("chartPreviousClose", before);
    }

    /** Bars of the span; days without a trade come without a bar for some symbols. */
    List<Point> points(long from, long until) {
        List<Point> points = new ArrayList<>();
        LocalDate next = LocalDate.MAX;
        for (Bar bar : history) {
            for (LocalDate day = next; day.isBefore(bar.date()); day = day.plusDays(1)) {
                if (isShownEmpty(day)) {
                    points.add(new Point(open(day), null));
                }
            }
            boolean running = bar.date().equals(market.today());
            points.add(new Point(running ? second(bar.date(), LAST_TRADE) : open(bar.date()), bar));
            next = bar.date().plusDays(1);
        }
        return points.stream()
                .filter(point -> point.second() >= from && point.second() < until)
                .toList();
    }

    private boolean isShownEmpty(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && Chance.oneIn(3, "empty bar", symbol);
    }

    private static void indicators(JsonText json, List<Point> points) {
        json.object("indicators").array("quote").object();
        if (!points.isEmpty()) {
            column(json, "low", points, Bar::low);
            column(json, "high", points, Bar::high);
            column(json, "volume", points, bar -> BigDecimal.valueOf(bar.volume()));
            column(json, "close", points, Bar::close);
            column(json, "open", points, Bar::open);
        }
        json.end().end().array("adjclose").object();
        if (!points.isEmpty()) {
            column(json, "adjclose", points, Bar::adjClose);
        }
        json.end().end().end().end().end();
    }

    private static void column(JsonText json, String name, List<Point> points, Function<Bar, BigDecimal> price) {
        json.array(name);
        for (Point point : points) {
            Bar bar = point.bar();
            json.value(bar == null ? null : price.apply(bar));
        }
        json.end();
    }

    static long open(LocalDate day) {
        return second(day, OPEN);
    }

    private static long second(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(NEW_YORK).toEpochSecond();
    }

    private String exchangeCode() {
        return switch (listing.exchange()) {
            case "NASDAQ" -> "NMS";
            case "NYSE" -> "NYQ";
            case "AMEX" -> "ASE";
            case "PCX" -> "PCX";
            default -> "BTS";
        };
    }

    private String exchangeName() {
        return switch (listing.exchange()) {
            case "NASDAQ" -> "NasdaqGS";
            case "NYSE" -> "NYSE";
            case "AMEX" -> "NYSE American";
            case "PCX" -> "NYSEArca";
            default -> "Cboe US";
        };
    }

    /** @param second the session's open, or the last trade of the running day */
    record Point(long second, @Nullable Bar bar) {}
}
