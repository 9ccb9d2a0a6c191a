package dev.exdate.source.alphavantage;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of US symbols.
 *
 * @param exchange as written there: {@code NASDAQ}, {@code NYSE ARCA} …
 * @param assetType {@code Stock} or {@code ETF}
 * @param status {@code Active} or {@code Delisted}
 */
public record AlphaVantageListing(
        Ticker ticker, @Nullable String name, String exchange, String assetType, String status) {}
