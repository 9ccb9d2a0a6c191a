package dev.exdate.update;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code raw_stock_prices}.
 *
 * @param change from the previous close; null if that is unknown
 * @param changePercent in per cent
 */
record PriceRow(
        Ticker ticker,
        LocalDate date,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal adjClose,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal change,
        @Nullable BigDecimal changePercent,
        String source) {}
