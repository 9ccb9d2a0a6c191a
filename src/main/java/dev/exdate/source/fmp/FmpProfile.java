package dev.exdate.source.fmp;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A company or fund.
 *
 * @param exchange short name
 * @param marketCap in the listing's currency
 */
public record FmpProfile(
        Ticker ticker,
        @Nullable String companyName,
        @Nullable String description,
        @Nullable String sector,
        @Nullable String industry,
        @Nullable String exchange,
        @Nullable BigDecimal marketCap,
        @Nullable String currency,
        boolean isEtf,
        boolean isFund) {}
