package dev.exdate.update;

import dev.exdate.market.TradingCalendar;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.web.Web;
import java.util.List;

/** The sources of the update in their order, as the container hands them out. */
final class TestSources {
    private TestSources() {}

    static List<SymbolSource> of(Web web) {
        FmpClient fmp = new FmpClient(web);
        return List.of(
                new FmpSymbolSource(fmp, new FmpDays(fmp, new TradingCalendar()), new FmpEvents(fmp)),
                new YahooSymbolSource(new YahooClient(web)),
                new AlphaVantageSymbolSource(new AlphaVantageClient(web)));
    }
}
