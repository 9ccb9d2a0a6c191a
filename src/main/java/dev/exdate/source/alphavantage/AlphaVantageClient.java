package dev.exdate.source.alphavantage;

import dev.exdate.format.Answer;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Alpha Vantage's functions; the client adds the key. Thread-safe. */
@Dependent
public final class AlphaVantageClient {
    private final SourceClient source;

    @Inject
    public AlphaVantageClient(Web web) {
        this(web.source(AlphaVantageSource.ID));
    }

    public AlphaVantageClient(SourceClient source) {
        this.source = source;
    }

    /** Whether there is a key. */
    public boolean usable() {
        return source.usable();
    }

    /** All dividends as paid, newest first. */
    public Answer<Distribution> dividends(Ticker ticker) throws InterruptedException {
        return source.fetch(of("DIVIDENDS", ticker), AlphaVantageParsers.dividends());
    }

    /**
     * Raw prices by date, not adjusted for splits, without adjusted closes and events: those cost extra.
     *
     * @param full all of history instead of the last 100 days
     */
    public Answer<AlphaVantageDay> daily(Ticker ticker, boolean full) throws InterruptedException {
        return source.fetch(
                of("TIME_SERIES_DAILY", ticker).with("outputsize", full ? "full" : "compact"),
                AlphaVantageParsers.daily());
    }

    public Answer<AlphaVantageCompany> overview(Ticker ticker) throws InterruptedException {
        return source.fetch(of("OVERVIEW", ticker), AlphaVantageParsers.overview());
    }

    /** All active US symbols. */
    public Answer<AlphaVantageListing> listings() throws InterruptedException {
        return source.fetch(
                Request.of("/query").with("function", "LISTING_STATUS").keeping(), new ListingStatusParser());
    }

    private static Request of(String function, Ticker ticker) {
        return Request.of("/query").with("function", function).with("symbol", AlphaVantageSource.SPELLING.of(ticker));
    }
}
