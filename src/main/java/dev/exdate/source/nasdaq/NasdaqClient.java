package dev.exdate.source.nasdaq;

import dev.exdate.format.Answer;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** NASDAQ's site API. Thread-safe. */
@Dependent
public final class NasdaqClient {
    private final SourceClient source;

    @Inject
    public NasdaqClient(Web web) {
        this(web.source(NasdaqSource.ID));
    }

    public NasdaqClient(SourceClient source) {
        this.source = source;
    }

    /** Whether it may be used. */
    public boolean usable() {
        return source.usable();
    }

    /** The dividends with this ex-date that it knows today. */
    public Answer<NasdaqDividend> calendar(LocalDate exDate) throws InterruptedException {
        return source.fetch(Request.of("/api/calendar/dividends").with("date", exDate), new NasdaqCalendarParser());
    }

    /** All shares of the US exchanges with last sale, market value, sector and industry. */
    public Answer<ScreenerRow> shares() throws InterruptedException {
        return source.fetch(
                Request.of("/api/screener/stocks").with("tableonly", "true").with("download", "true"),
                new NasdaqScreenerParser());
    }

    /** All funds with their last sale. */
    public Answer<ScreenerRow> funds() throws InterruptedException {
        return source.fetch(Request.of("/api/screener/etf").with("download", "true"), new NasdaqScreenerParser());
    }
}
