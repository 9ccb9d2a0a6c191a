package dev.exdate.source.fmp;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/** A line of a world-wide list. */
public record FmpSymbol(Ticker ticker, @Nullable String name) {}
