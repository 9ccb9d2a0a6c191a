package dev.exdate.sandbox;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.Site;
import dev.exdate.sandbox.site.alphavantage.AlphaVantageSite;
import dev.exdate.sandbox.site.cboe.CboeSite;
import dev.exdate.sandbox.site.fmp.FmpSite;
import dev.exdate.sandbox.site.globalx.GlobalXSite;
import dev.exdate.sandbox.site.globenewswire.GlobeNewswireSite;
import dev.exdate.sandbox.site.nasdaq.NasdaqSite;
import dev.exdate.sandbox.site.nasdaqtrader.NasdaqTraderSite;
import dev.exdate.sandbox.site.nyse.NyseSite;
import dev.exdate.sandbox.site.roundhill.RoundhillSite;
import dev.exdate.sandbox.site.snowball.SnowballSite;
import dev.exdate.sandbox.site.yahoo.YahooSite;
import dev.exdate.sandbox.site.yieldmax.YieldMaxSite;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.globalx.GlobalXSource;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.nasdaqtrader.NasdaqTraderSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.roundhill.RoundhillSource;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All sources on one port. */
final class Sites {
    private final List<Site> sites;

    Sites(Function<SourceId, Market> told) {
        this.sites = all(told);
    }

    /** One for each source, with the market that it tells of. */
    static List<Site> all(Function<SourceId, Market> told) {
        return List.of(
                new YahooSite(told.apply(YahooSource.ID)),
                new FmpSite(told.apply(FmpSource.ID)),
                new AlphaVantageSite(told.apply(AlphaVantageSource.ID)),
                new NasdaqSite(told.apply(NasdaqSource.ID)),
                new NyseSite(told.apply(NyseSource.ID)),
                new SnowballSite(told.apply(SnowballSource.ID)),
                new CboeSite(told.apply(CboeSource.ID)),
                new YieldMaxSite(told.apply(YieldMaxSource.ID)),
                new GlobeNewswireSite(told.apply(GlobeNewswireSource.ID)),
                new NasdaqTraderSite(told.apply(NasdaqTraderSource.ID)),
                new RoundhillSite(told.apply(RoundhillSource.ID)),
                new GlobalXSite(told.apply(GlobalXSource.ID)));
    }

    /** The site with this path; empty if there is none. */
    Optional<Site> serving(String path) {
        return sites.stream().filter(site -> site.serves(path)).findFirst();
    }
}
