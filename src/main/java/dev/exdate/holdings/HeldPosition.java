package dev.exdate.holdings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One position of a fund, with the names that readers of the stored array know.
 *
 * @param asset symbol of what is held, empty for cash and the like
 * @param weightPercentage per cent
 * @param marketValue USD
 * @param updatedAt as the source writes it, a date or a local date and time
 */
record HeldPosition(
        String asset,
        String name,
        String isin,
        String securityCusip,
        @Nullable BigDecimal sharesNumber,
        @Nullable BigDecimal weightPercentage,
        @Nullable BigDecimal marketValue,
        String updatedAt) {}
