package dev.exdate.source.fmp;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A fund's facts.
 *
 * @param issuer FMP's {@code etfCompany}
 * @param expenseRatio in per cent: 0.99
 * @param assetsUnderManagement USD
 */
public record FmpFundInfo(
        Ticker ticker,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String description,
        @Nullable BigDecimal expenseRatio,
        @Nullable BigDecimal assetsUnderManagement,
        @Nullable BigDecimal nav) {}
