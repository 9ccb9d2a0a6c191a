package dev.exdate.source.fmp;

import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;

/** A symbol's bar in the file of a day. */
public record FmpBulkBar(Ticker ticker, PriceBar bar) {}
