package dev.exdate.source.yahoo;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Yahoo's chart and spark endpoints, which need neither cookie nor crumb. Thread-safe. */
@Dependent
public final class YahooClient {
    /** Yahoo refuses more symbols in one spark. */
    public static final int SPARK_SYMBOLS = 20;

    private final SourceClient source;
    private final YahooChartParser parser = new YahooChartParser();
    private final YahooSparkParser sparks = new YahooSparkParser();

    @Inject
    public YahooClient(Web web) {
        this(web.source(YahooSource.ID));
    }

    public YahooClient(SourceClient source) {
        this.source = source;
    }

    /** Whether it may be used. */
    public boolean usable() {
        return source.usable();
    }

    /** Daily bars, dividends, gains and splits of the span, both ends included. */
    public Answer<YahooChart> chart(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
        Request request = Request.of("/v8/finance/chart" + Request.path(YahooSource.SPELLING.of(ticker)))
                .with("period1", midnight(from))
                .with("period2", midnight(until.plusDays(1)))
                .with("interval", "1d")
                .with("events", "div,splits,capitalGains")
                .with("includeAdjustedClose", "true");
        return source.fetch(request, parser);
    }

    /** The closes of the last five days of up to {@link #SPARK_SYMBOLS} symbols; those that Yahoo leaves out are missing. */
    public Answer<Map<Ticker, List<PriceBar>>> spark(Collection<Ticker> tickers) throws InterruptedException {
        Map<String, Ticker> bySpelling = tickers.stream()
                .collect(Collectors.toMap(YahooSource.SPELLING::of, ticker -> ticker, (one, other) -> one));
        Request request = Request.of("/v7/finance/spark")
                .with("symbols", tickers.stream().map(YahooSource.SPELLING::of).collect(Collectors.joining(",")))
                .with("range", "5d")
                .with("interval", "1d");
        return switch (source.fetch(request, sparks)) {
            case Answer.Failed<YahooSpark>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<YahooSpark> ignored -> Answer.nothing();
            case Answer.Rows<YahooSpark>(List<YahooSpark> rows) -> {
                Map<Ticker, List<PriceBar>> bars = new HashMap<>();
                for (YahooSpark row : rows) {
                    Ticker ticker = bySpelling.get(row.symbol());
                    if (ticker != null) {
                        bars.put(ticker, row.bars());
                    }
                }
                yield new Answer.Rows<>(List.of(bars));
            }
        };
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(TradingCalendar.NEW_YORK).toEpochSecond();
    }
}
