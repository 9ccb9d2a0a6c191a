package dev.exdate.update;

import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a source is asked about one symbol.
 *
 * @param kinds among prices, dividends and splits
 * @param pricesFrom the first day whose bar is wanted
 * @param eventsFrom the first day whose dividends and splits are wanted
 * @param until the last day, included
 */
record SymbolQuery(Ticker ticker, Set<DataKind> kinds, LocalDate pricesFrom, LocalDate eventsFrom, LocalDate until) {
    SymbolQuery only(Set<DataKind> fewer) {
        return new SymbolQuery(ticker, fewer, pricesFrom, eventsFrom, until);
    }

    SymbolQuery whole(LocalDate from) {
        return new SymbolQuery(ticker, kinds, from, from, until);
    }
}
