package dev.exdate.sandbox.site.yahoo;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Parameters;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.settings.SourceId;
import dev.exdate.source.yahoo.YahooSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The daily chart of a symbol, and the newest closes of many; all but a browser has asked too much. The endpoints that
 * need a crumb give none.
 */
public final class YahooSite implements Site {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String CHART = "/v8/finance/chart/";
    private static final Pattern SPARK = Pattern.compile("/v([78])/finance/spark");

    private final Market market;
    private final Spelling spelling;

    public YahooSite(Market market) {
        this.market = market;
        this.spelling = Spelling.yahoo(market);
    }

    @Override
    public SourceId source() {
        return YahooSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.matches("/v\\d+/(finance|test)/.*");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (!request.fromBrowser()) {
            return refusal(429);
        }
        Matcher spark = SPARK.matcher(request.path());
        if (spark.matches()) {
            return spark(request.parameters(), spark.group(1).equals("7"));
        }
        if (!request.path().startsWith(CHART)) {
            return refusal(401);
        }
        String symbol = request.path().substring(CHART.length()).toUpperCase(Locale.ROOT);
        return spelling.find(symbol)
                .map(listing -> chart(listing, symbol, request.parameters()))
                .orElseGet(() ->
                        Chance.oneIn(8, "status 200", symbol) ? SandboxAnswer.json(refusalText(404)) : refusal(404));
    }

    private SandboxAnswer spark(Parameters asked, boolean nested) {
        List<String> symbols = asked.list("symbols");
        Optional<LocalDate> since = since(asked.text("range"));
        if (symbols.isEmpty() || symbols.size() > YahooSpark.MOST_SYMBOLS || since.isEmpty()) {
            return SandboxAnswer.of(400, SandboxAnswer.JSON, YahooSpark.refusal());
        }
        YahooSpark spark = new YahooSpark(market, spelling, start(since.get()), asked.text("range"));
        return SandboxAnswer.json(nested ? spark.nested(symbols) : spark.flat(symbols));
    }

    private SandboxAnswer chart(Listing listing, String symbol, Parameters asked) {
        String interval = asked.text("interval");
        String range = asked.text("range");
        long until =
                asked.seconds("period2").orElseGet(() -> start(market.today().plusDays(1)));
        Optional<Long> from = asked.seconds("period1").or(() -> since(range).map(YahooSite::start));
        if (from.isEmpty() || from.get() > until || !(interval.isEmpty() || interval.equals("1d"))) {
            return refusal(interval.isEmpty() || interval.equals("1d") ? 400 : 422);
        }
        Set<String> events = Stream.of(ChartEvents.DIVIDENDS, ChartEvents.SPLITS, ChartEvents.GAINS)
                .filter(asked.text("events")::contains)
                .collect(Collectors.toSet());
        Listing answering = market.answering(listing);
        String answered = answering.equals(listing) ? symbol : spelling.of(answering.ticker());
        return SandboxAnswer.json(new YahooChart(market, answering, answered).text(from.get(), until, range, events));
    }

    private Optional<LocalDate> since(String range) {
        LocalDate today = market.today();
        return Optional.ofNullable(
                switch (range) {
                    case "", "1d" -> today;
                    case "5d" -> today.minusDays(6);
                    case "1mo" -> today.minusMonths(1);
                    case "3mo" -> today.minusMonths(3);
                    case "6mo" -> today.minusMonths(6);
                    case "1y" -> today.minusYears(1);
                    case "2y" -> today.minusYears(2);
                    case "5y" -> today.minusYears(5);
                    case "10y" -> today.minusYears(10);
                    case "ytd" -> today.withDayOfYear(1);
                    case "max" -> LocalDate.EPOCH;
                    default -> null;
                });
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(NEW_YORK).toEpochSecond();
    }

    @Override
    public SandboxAnswer refusal(int status) {
        return switch (status) {
            case 429 -> SandboxAnswer.of(429, "text/plain", "Edge: Too Many Requests");
            case 400, 401, 404, 422 -> SandboxAnswer.of(status, SandboxAnswer.JSON, refusalText(status));
            default -> SandboxAnswer.bare(status);
        };
    }

    private static String refusalText(int status) {
        JsonText json = new JsonText().object();
        return switch (status) {
            case 401 -> error(json.object("finance"), "Unauthorized", "Invalid Crumb");
            case 404 -> error(json.object("chart"), "Not Found", "No data found, symbol may be delisted");
            case 422 -> error(json.object("chart"), "Unprocessable Entity", "Data is not available for this range.");
            default ->
                error(
                        json.object("chart"),
                        "Bad Request",
                        "Invalid input - start date cannot be after end date, and a range must be known.");
        };
    }

    private static String error(JsonText json, String code, String description) {
        return json.absent("result")
                .object("error")
                .field("code", code)
                .field("description", description)
                .text();
    }
}
