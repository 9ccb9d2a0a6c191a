package dev.exdate.source.yahoo;

import dev.exdate.format.Answer;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Asks Yahoo's chart endpoint, which wants neither cookie nor crumb. Thread-safe. */
@Dependent
public final class YahooClient {
    private final SourceClient source;
    private final YahooChartParser parser = new YahooChartParser();

    @Inject
    public YahooClient(Web web) {
        this(web.source(YahooSource.ID));
    }

    public YahooClient(SourceClient source) {
        this.source = source;
    }

    /** Whether it may be asked. */
    public boolean usable() {
        return source.usable();
    }

    /** Daily bars, dividends and splits of the span, both ends included. */
    public Answer<YahooChart> chart(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
        Request request = Request.of("/v8/finance/chart" + Request.path(YahooSource.SPELLING.of(ticker)))
                .with("period1", midnight(from))
                .with("period2", midnight(until.plusDays(1)))
                .with("interval", "1d")
                .with("events", "div|split")
                .with("includeAdjustedClose", "true");
        return source.fetch(request, parser);
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(TradingCalendar.NEW_YORK).toEpochSecond();
    }
}
