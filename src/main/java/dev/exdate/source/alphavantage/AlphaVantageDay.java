package dev.exdate.source.alphavantage;

import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import org.jspecify.annotations.Nullable;

/**
 * A day of the daily series.
 *
 * @param dividend with this ex-date; only the adjusted series has it, like the split
 */
public record AlphaVantageDay(
        PriceBar bar,
        @Nullable Distribution dividend,
        @Nullable Split split) {}
