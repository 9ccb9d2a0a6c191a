package dev.exdate.source.alphavantage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fund's profile.
 *
 * @param netExpenseRatio a fraction: 0.0099
 * @param netAssets USD
 */
public record AlphaVantageFund(
        @Nullable BigDecimal netExpenseRatio, @Nullable BigDecimal netAssets, List<Holding> holdings) {
    public AlphaVantageFund {
        holdings = List.copyOf(holdings);
    }

    /**
     * A line of what it holds.
     *
     * @param asset a symbol; null for what has none
     * @param weight a fraction of net assets
     */
    public record Holding(
            @Nullable String asset,
            @Nullable String name,
            @Nullable BigDecimal weight) {}
}
