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
    private static final Request SHARES = Request.of("/api/screener/stocks")
            .with("tableonly", "true")
            .with("download", "true")
            .keeping();

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
        return source.fetch(request(exDate), new NasdaqCalendarParser());
    }

    /** Asked for even if this run has read the day. */
    public Answer<NasdaqDividend> calendarAnew(LocalDate exDate) throws InterruptedException {
        source.distrust(request(exDate));
        return calendar(exDate);
    }

    /** What asks for a day of the calendar. */
    public static Request request(LocalDate exDate) {
        return Request.of("/api/calendar/dividends").with("date", exDate).keeping();
    }

    /** All shares of the US exchanges with last sale, market value, sector and industry. */
    public Answer<ScreenerRow> shares() throws InterruptedException {
        return source.fetch(SHARES, new NasdaqScreenerParser());
    }

    /** The last answer about shares is implausible: it is not used again. */
    public void distrustShares() {
        source.distrust(SHARES);
    }

    /** All funds with their last sale. */
    public Answer<ScreenerRow> funds() throws InterruptedException {
        return source.fetch(
                Request.of("/api/screener/etf").with("download", "true").keeping(), new NasdaqScreenerParser());
    }
}
