package dev.exdate.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One trading day of a symbol, in the listing's currency, with the source's own digits.
 *
 * @param open split-adjusted, like high, low and close; null if the source leaves it out
 * @param close split-adjusted, not adjusted for dividends
 * @param adjClose adjusted for splits and dividends as of the day of the request; null if the source has none
 * @param volume in shares; zero is a day without a trade, null is unknown
 */
public record PriceBar(
        LocalDate date,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal adjClose,
        @Nullable BigDecimal volume) {}
