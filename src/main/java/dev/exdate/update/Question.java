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
record Question(Ticker ticker, Set<Kind> kinds, LocalDate pricesFrom, LocalDate eventsFrom, LocalDate until) {
    Question only(Set<Kind> fewer) {
        return new Question(ticker, fewer, pricesFrom, eventsFrom, until);
    }

    Question whole(LocalDate from) {
        return new Question(ticker, kinds, from, from, until);
    }
}
