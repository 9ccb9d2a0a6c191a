package dev.exdate.source.fmp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a fund's holdings.
 *
 * @param asset a symbol; null for cash and derivatives
 * @param weightPercentage per cent; the weights need not sum to 100
 * @param updatedAt as stated, without a zone
 */
public record FmpHolding(
        @Nullable String asset,
        @Nullable String name,
        @Nullable String isin,
        @Nullable String securityCusip,
        @Nullable BigDecimal sharesNumber,
        @Nullable BigDecimal weightPercentage,
        @Nullable BigDecimal marketValue,
        @Nullable String updatedAt) {}
