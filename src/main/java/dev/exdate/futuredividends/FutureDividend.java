package dev.exdate.futuredividends;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A declared dividend with an upcoming ex-date.
 *
 * @param source {@code FMP} or {@code Nasdaq}
 */
record FutureDividend(
        Ticker ticker,
        LocalDate exDate,
        @Nullable BigDecimal amount,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate paymentDate,
        @Nullable LocalDate declarationDate,
        @Nullable BigDecimal adjDividend,
        @Nullable String label,
        @Nullable String frequency,
        String source) {}
