package dev.exdate.source.nasdaq;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of the screener.
 *
 * @param lastSale USD; null for what has not traded
 * @param marketCap USD
 * @param sector and industry of shares only, in the download form
 */
public record ScreenerRow(
        Ticker ticker,
        @Nullable String name,
        @Nullable BigDecimal lastSale,
        @Nullable BigDecimal marketCap,
        @Nullable String sector,
        @Nullable String industry) {}
