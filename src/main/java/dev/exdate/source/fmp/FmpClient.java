package dev.exdate.source.fmp;

import dev.exdate.format.Answer;
import dev.exdate.format.Answers;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.truth.DayAmounts;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;

/** FMP's {@code /stable} interface; the client adds the key. Thread-safe. */
@Dependent
public final class FmpClient {
    private final SourceClient source;

    @Inject
    public FmpClient(Web web) {
        this(web.source(FmpSource.ID));
    }

    public FmpClient(SourceClient source) {
        this.source = source;
    }

    /** Whether there is a key. */
    public boolean usable() {
        return source.usable();
    }

    /** Split-adjusted bars of the span, both ends included, newest first, without adjusted closes. */
    public Answer<PriceBar> prices(Ticker ticker, LocalDate from, LocalDate until) throws InterruptedException {
        return source.fetch(span("/stable/historical-price-eod/full", ticker, from, until), FmpParsers.prices());
    }

    /** All bars of a day, worldwide. */
    public Answer<FmpBulkBar> bulk(LocalDate day) throws InterruptedException {
        return source.fetch(Request.of("/stable/eod-bulk").with("date", day), FmpBulkParser.prices());
    }

    /** One part of all profiles, worldwide, from 0; nothing behind the last one. */
    public Answer<FmpProfile> profiles(int part) throws InterruptedException {
        return source.fetch(Request.of("/stable/profile-bulk").with("part", part), FmpBulkParser.profiles());
    }

    public Answer<Distribution> dividends(Ticker ticker) throws InterruptedException {
        return exact(source.fetch(of("/stable/dividends", ticker), FmpParsers.dividends()));
    }

    /** Dividends worldwide with an ex-date in the span, at most about 90 days. */
    public Answer<Distribution> dividendsCalendar(LocalDate from, LocalDate to) throws InterruptedException {
        return exact(source.fetch(
                Request.of("/stable/dividends-calendar")
                        .with("from", from)
                        .with("to", to)
                        .keeping(),
                FmpParsers.dividends()));
    }

    /** The dividend as paid is often rounded; without a split since, the adjusted one is the same with more digits. */
    private static Answer<Distribution> exact(Answer<Distribution> answer) {
        return Answers.mapEach(answer, paid -> {
            BigDecimal adjusted = paid.adjAmount();
            return adjusted != null && DayAmounts.isMoreExact(adjusted, paid.amount())
                    ? paid.paying(adjusted, true)
                    : paid;
        });
    }

    public Answer<Split> splits(Ticker ticker) throws InterruptedException {
        return source.fetch(of("/stable/splits", ticker), FmpParsers.splits());
    }

    /** Splits worldwide in the span, at most about 90 days. */
    public Answer<FmpSplit> splitsCalendar(LocalDate from, LocalDate to) throws InterruptedException {
        return source.fetch(
                Request.of("/stable/splits-calendar")
                        .with("from", from)
                        .with("to", to)
                        .keeping(),
                FmpParsers.splitsCalendar());
    }

    public Answer<FmpProfile> profile(Ticker ticker) throws InterruptedException {
        return source.fetch(of("/stable/profile", ticker), FmpParsers.profile());
    }

    public Answer<FmpHolding> etfHoldings(Ticker fund) throws InterruptedException {
        return source.fetch(of("/stable/etf/holdings", fund), FmpParsers.holdings());
    }

    public Answer<FmpFundInfo> etfInfo(Ticker fund) throws InterruptedException {
        return source.fetch(of("/stable/etf/info", fund), FmpParsers.fundInfo());
    }

    /** Shares worldwide. */
    public Answer<FmpSymbol> stockList() throws InterruptedException {
        return source.fetch(Request.of("/stable/stock-list").keeping(), FmpParsers.symbols());
    }

    /** Funds worldwide. */
    public Answer<FmpSymbol> etfList() throws InterruptedException {
        return source.fetch(Request.of("/stable/etf-list").keeping(), FmpParsers.symbols());
    }

    private static Request of(String path, Ticker ticker) {
        return Request.of(path).with("symbol", FmpSource.SPELLING.of(ticker));
    }

    private static Request span(String path, Ticker ticker, LocalDate from, LocalDate until) {
        return of(path, ticker).with("from", from).with("to", until);
    }
}
