package dev.exdate.sandbox;

import java.util.List;
import java.util.Optional;

/** All sources on one port. */
final class Sites {
    private final List<Site> sites;

    Sites(Market market) {
        this.sites = List.of(
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

    /** Whose path it is; empty for a path of none. */
    Optional<Site> serving(String path) {
        return sites.stream().filter(site -> site.serves(path)).findFirst();
    }
}
