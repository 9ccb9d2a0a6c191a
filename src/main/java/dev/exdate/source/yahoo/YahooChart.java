package dev.exdate.source.yahoo;

import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's chart.
 *
 * @param ticker as the answer names it
 * @param currency as stated; may be a minor unit ({@code GBp})
 * @param instrumentType {@code EQUITY}, {@code ETF}, {@code MUTUALFUND} …
 * @param exchangeName Yahoo's own short name, {@code NYQ}
 * @param bars by date, one a day
 * @param dividends by ex-date, amounts as stated: divided by all splits since; {@link DeclaredAmount} undoes that
 * @param splits by date
 */
public record YahooChart(
        Ticker ticker,
        @Nullable String currency,
        @Nullable String instrumentType,
        @Nullable String exchangeName,
        @Nullable String longName,
        PriceBars bars,
        List<Distribution> dividends,
        List<Split> splits) {
    /** The kind of what funds pay of their gains; Yahoo lists it beside the dividends, or once more inside them. */
    static final String GAIN = "Capital Gain";

    public YahooChart {
        dividends = List.copyOf(dividends);
        splits = List.copyOf(splits);
    }
}
