package dev.exdate.update;

import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import java.util.List;

/** The sources of prices, dividends and splits in the order in which they are asked. */
final class Sources {
    private Sources() {}

    static List<SymbolSource> of(Web web, TradingCalendar calendar) {
        FmpClient fmp = new FmpClient(web.source(SourceId.FMP));
        SourceClient yahoo = web.source(SourceId.YAHOO);
        return List.of(
                new FmpSource(fmp, new FmpDays(fmp, calendar)),
                new YahooSource(yahoo, new YahooClient(yahoo)),
                new AlphaVantageSource(new AlphaVantageClient(web.source(SourceId.ALPHAVANTAGE))));
    }
}
