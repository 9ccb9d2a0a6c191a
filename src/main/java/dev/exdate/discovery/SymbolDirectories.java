package dev.exdate.discovery;

import static dev.exdate.discovery.ListingRules.Reach.UNITED_STATES;
import static dev.exdate.discovery.ListingRules.Reach.WORLD;

import dev.exdate.source.alphavantage.AlphaVantageClient;
import dev.exdate.source.alphavantage.AlphaVantageListing;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.source.fmp.FmpSymbol;
import dev.exdate.source.nasdaqtrader.ListedLine;
import dev.exdate.source.nasdaqtrader.NasdaqTraderClient;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lists that are read, in the order in which the first to name a symbol wins: the exchanges' own come first. */
@Dependent
final class SymbolDirectories {
    private final NasdaqTraderClient trader;
    private final FmpClient fmp;
    private final AlphaVantageClient alphaVantage;

    SymbolDirectories(NasdaqTraderClient trader, FmpClient fmp, AlphaVantageClient alphaVantage) {
        this.trader = trader;
        this.fmp = fmp;
        this.alphaVantage = alphaVantage;
    }

    /** Those that may be asked. */
    List<SymbolDirectory> usable() {
        List<SymbolDirectory> all = new ArrayList<>(List.of(
                new ListedSymbols<>(
                        "nasdaqlisted", true, UNITED_STATES, trader::nasdaqListed, SymbolDirectories::listed),
                new ListedSymbols<>(
                        "otherlisted", true, UNITED_STATES, trader::otherListed, SymbolDirectories::listed)));
        if (fmp.usable()) {
            all.add(new ListedSymbols<>(
                    "fmp stock-list", false, WORLD, fmp::stockList, symbol -> listed(symbol, false)));
            all.add(new ListedSymbols<>("fmp etf-list", false, WORLD, fmp::etfList, symbol -> listed(symbol, true)));
        }
        if (alphaVantage.usable()) {
            all.add(new ListedSymbols<>(
                    "alphavantage listings", false, UNITED_STATES, alphaVantage::listings, SymbolDirectories::listed));
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
