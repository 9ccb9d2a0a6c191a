package dev.exdate.holdings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One position of a fund, with the field names of the stored array.
 *
 * @param asset symbol of the asset, empty for cash and the like
 * @param weightPercentage per cent
 * @param marketValue USD
 * @param updatedAt in the source's form, a date or a local date and time
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
