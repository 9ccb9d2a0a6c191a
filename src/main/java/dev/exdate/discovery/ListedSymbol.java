package dev.exdate.discovery;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A symbol as a directory lists it.
 *
 * @param name the listing's name, null if the directory has none
 * @param exchange the database's short name ({@code NASDAQ}, {@code PCX}), null if the directory has none
 * @param type {@code stock}, {@code etf} or {@code trust}
 */
record ListedSymbol(
        Ticker ticker, @Nullable String name, @Nullable String exchange, String type) {}
