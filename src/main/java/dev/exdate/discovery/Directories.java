package dev.exdate.discovery;

import static dev.exdate.discovery.ListingRules.Reach.UNITED_STATES;
import static dev.exdate.discovery.ListingRules.Reach.WORLD;

import dev.exdate.database.Database;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.alphavantage.AlphaVantageListing;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpSymbol;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaqtrader.ListedLine;
import dev.exdate.source.nasdaqtrader.NasdaqTraderClient;
import dev.exdate.source.yahoo.YahooClient;
import dev.exdate.web.Web;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lists that are read, in the order in which the first to name a symbol wins: the exchanges' own come first. */
public final class Directories {
    private final Web web;
    private final Database database;
    private final Clock clock;

    public Directories(Web web, Database database, Clock clock) {
        this.web = web;
        this.database = database;
        this.clock = clock;
    }

    /** @param validate whether symbols without proof of trading are asked for one by one */
    public DiscoveryTask discovery(boolean validate) {
        SymbolVetting vetting = new SymbolVetting(
                new PriceCheck(new YahooClient(web.source(SourceId.YAHOO)), new FmpClient(web.source(SourceId.FMP))));
        return new DiscoveryTask(
                all(),
                new ScreenerEvidence(new NasdaqClient(web.source(SourceId.NASDAQ))),
                validate ? Optional.of(vetting) : Optional.empty(),
                new SymbolStore(database, clock),
                database);
    }

    private List<SymbolDirectory> all() {
        NasdaqTraderClient trader = new NasdaqTraderClient(web.source(SourceId.NASDAQTRADER));
        List<SymbolDirectory> all = new ArrayList<>(List.of(
                new ListedSymbols<>("nasdaqlisted", true, UNITED_STATES, trader::nasdaqListed, Directories::listed),
                new ListedSymbols<>("otherlisted", true, UNITED_STATES, trader::otherListed, Directories::listed)));
        FmpClient fmp = new FmpClient(web.source(SourceId.FMP));
        if (fmp.usable()) {
            all.add(new ListedSymbols<>(
                    "fmp stock-list", false, WORLD, fmp::stockList, symbol -> listed(symbol, false)));
            all.add(new ListedSymbols<>("fmp etf-list", false, WORLD, fmp::etfList, symbol -> listed(symbol, true)));
        }
        AlphaVantageClient alphaVantage = new AlphaVantageClient(web.source(SourceId.ALPHAVANTAGE));
        if (alphaVantage.usable()) {
            all.add(new ListedSymbols<>(
                    "alphavantage listings", false, UNITED_STATES, alphaVantage::listings, Directories::listed));
        }
        return all;
    }

    private static Optional<ListedSymbol> listed(ListedLine line) {
        boolean etf = Boolean.TRUE.equals(line.etf());
        return Optional.of(
                new ListedSymbol(line.ticker(), line.name(), line.exchange(), ListingRules.type(etf, line.name())));
    }

    private static Optional<ListedSymbol> listed(FmpSymbol symbol, boolean etf) {
        String name = symbol.name();
        return Optional.of(
                new ListedSymbol(symbol.ticker(), name, null, ListingRules.type(etf, name == null ? "" : name)));
    }

    private static Optional<ListedSymbol> listed(AlphaVantageListing listing) {
        if (!listing.status().equals("Active")) {
            return Optional.empty();
        }
        String name = listing.name();
        return Optional.of(new ListedSymbol(
                listing.ticker(),
                name,
                ListingRules.exchangeOfAlphaVantage(listing.exchange()),
                ListingRules.type(listing.assetType().equals("ETF"), name == null ? "" : name)));
    }
}
