package dev.exdate.source.alphavantage;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A share's overview; funds have none. Sector and industry come in capitals. */
public record AlphaVantageCompany(
        Ticker ticker,
        @Nullable String name,
        @Nullable String description,
        @Nullable String exchange,
        @Nullable String sector,
        @Nullable String industry,
        @Nullable BigDecimal marketCap,
        @Nullable String currency) {}
