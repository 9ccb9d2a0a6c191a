package dev.exdate.run;

import dev.exdate.companies.AlphaVantageCompanies;
import dev.exdate.companies.CompaniesTask;
import dev.exdate.companies.CompanySource;
import dev.exdate.companies.FmpCompanies;
import dev.exdate.companies.ScreenerCompanies;
import dev.exdate.companies.YahooCompanies;
import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.futuredividends.DividendCalendar;
import dev.exdate.futuredividends.FmpCalendar;
import dev.exdate.futuredividends.FutureDividendsTask;
import dev.exdate.futuredividends.NasdaqCalendar;
import dev.exdate.holdings.FmpHoldings;
import dev.exdate.holdings.GlobalXHoldings;
import dev.exdate.holdings.HoldingsSource;
import dev.exdate.holdings.HoldingsTask;
import dev.exdate.holdings.IssuerFiles;
import dev.exdate.holdings.RoundhillHoldings;
import dev.exdate.holdings.YieldMaxHoldings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.task.TaskLog;
import dev.exdate.web.Web;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The three tasks after the update, put together with the sources that may be asked. */
public final class Enrichment {
    private final Web web;
    private final Database database;
    private final BulkWriter writer;
    private final Clock clock;

    public Enrichment(Web web, Database database, BulkWriter writer, Clock clock) {
        this.web = web;
        this.database = database;
        this.writer = writer;
        this.clock = clock;
    }

    /** @param limit symbols looked at in one run */
    public CompaniesTask companies(int limit) {
        return new CompaniesTask(this::companySources, database, writer, clock, limit);
    }

    public HoldingsTask holdings() {
        return new HoldingsTask(this::holdingsSources, database, clock);
    }

    /** @param daysAhead calendar days after the market day */
    public FutureDividendsTask futureDividends(int daysAhead) {
        return new FutureDividendsTask(this::calendars, database, writer, clock, daysAhead);
    }

    /** Paid sources first, then what one request tells of all symbols, then Yahoo, symbol by symbol. */
    private List<CompanySource> companySources(TaskLog log) {
        List<CompanySource> sources = new ArrayList<>();
        if (usable(SourceId.FMP)) {
            sources.add(new FmpCompanies(new FmpClient(web.source(SourceId.FMP))));
        }
        if (usable(SourceId.NASDAQ)) {
            sources.add(new ScreenerCompanies(new NasdaqClient(web.source(SourceId.NASDAQ))));
        }
        if (usable(SourceId.ALPHAVANTAGE)) {
            sources.add(new AlphaVantageCompanies(new AlphaVantageClient(web.source(SourceId.ALPHAVANTAGE))));
        }
        if (usable(SourceId.YAHOO)) {
            sources.add(new YahooCompanies(new YahooClient(web.source(SourceId.YAHOO)), clock));
        }
        return sources;
    }

    private List<HoldingsSource> holdingsSources(TaskLog log) {
        List<HoldingsSource> sources = new ArrayList<>();
        if (usable(SourceId.FMP)) {
            sources.add(new FmpHoldings(new FmpClient(web.source(SourceId.FMP))));
        }
        IssuerFiles files = new IssuerFiles(
                web.source(SourceId.YIELDMAX), web.source(SourceId.ROUNDHILL), web.source(SourceId.GLOBALX));
        if (usable(SourceId.YIELDMAX)) {
            sources.add(new YieldMaxHoldings(files));
        }
        if (usable(SourceId.ROUNDHILL)) {
            sources.add(new RoundhillHoldings(files));
        }
        if (usable(SourceId.GLOBALX)) {
            sources.add(new GlobalXHoldings(files));
        }
        return sources;
    }

    private List<DividendCalendar> calendars() {
        List<DividendCalendar> calendars = new ArrayList<>();
        if (usable(SourceId.FMP)) {
            calendars.add(new FmpCalendar(new FmpClient(web.source(SourceId.FMP))));
        }
        if (usable(SourceId.NASDAQ)) {
            calendars.add(new NasdaqCalendar(new NasdaqClient(web.source(SourceId.NASDAQ))));
        }
        return calendars;
    }

    private boolean usable(SourceId source) {
        return web.source(source).usable();
    }
}
