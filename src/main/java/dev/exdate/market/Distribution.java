package dev.exdate.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of a share or fund.
 *
 * @param amount per share as declared, not adjusted for later splits; zero is a declaration of nothing
 * @param adjAmount adjusted for later splits, where the source gives it
 * @param frequency as the source words it; null where it is not stated
 * @param currency ISO code, null where not stated
 */
public record Distribution(
        Ticker ticker,
        LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        BigDecimal amount,
        @Nullable BigDecimal adjAmount,
        @Nullable String frequency,
        @Nullable String currency) {}
