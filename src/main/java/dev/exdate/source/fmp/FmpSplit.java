package dev.exdate.source.fmp;

import dev.exdate.market.Split;
import dev.exdate.market.Ticker;

/** A split in the calendar of all symbols. */
public record FmpSplit(Ticker ticker, Split split) {}
