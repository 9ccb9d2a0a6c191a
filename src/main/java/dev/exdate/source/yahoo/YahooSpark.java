package dev.exdate.source.yahoo;

import dev.exdate.market.PriceBar;
import java.util.List;

/**
 * A symbol's newest closes.
 *
 * @param symbol as Yahoo spells it
 * @param bars by date, one a day, without open and adjusted close; only the newest may have high, low and volume
 */
public record YahooSpark(String symbol, List<PriceBar> bars) {
    public YahooSpark {
        bars = List.copyOf(bars);
    }
}
