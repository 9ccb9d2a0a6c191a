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
import java.util.List;
import java.util.Optional;

/** All sources on one port. */
final class Sites {
    private final List<Site> sites;

    Sites(Market market) {
        this.sites = all(market);
    }

    /** One for each source. */
    static List<Site> all(Market market) {
        return List.of(
                new YahooSite(market),
                new FmpSite(market),
                new AlphaVantageSite(market),
                new NasdaqSite(market),
                new NyseSite(market),
                new SnowballSite(market),
                new CboeSite(market),
                new YieldMaxSite(market),
                new GlobeNewswireSite(market),
                new NasdaqTraderSite(market),
                new RoundhillSite(market),
                new GlobalXSite(market));
    }

    /** The site with this path; empty if there is none. */
    Optional<Site> serving(String path) {
        return sites.stream().filter(site -> site.serves(path)).findFirst();
    }
}
