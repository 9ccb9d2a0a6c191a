package dev.exdate.provider.fmp;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/** A line of a world-wide list. */
public record FmpSymbol(Ticker ticker, @Nullable String name) {}
