package dev.exdate.sandbox.lie;

import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** The digits that a source states of an amount. */
record Rounding(Disagreement disagreement, SourceId source) {
    private static final Map<SourceId, Integer> DIGITS = Map.of(
            YahooSource.ID, 3,
            FmpSource.ID, 3,
            YieldMaxSource.ID, 4,
            GlobeNewswireSource.ID, 4,
            AlphaVantageSource.ID, 4,
            SnowballSource.ID, 4);
    private static final int EXCHANGES = 6;

    BigDecimal of(BigDecimal amount) {
        BigDecimal stated = disagreement.has(LieKind.ROUNDING) ? rounded(amount) : amount;
        boolean noisy = source == YahooSource.ID
                && disagreement.has(LieKind.NOISE)
                && disagreement.roll(6, "noise", amount.stripTrailingZeros()) == 0;
        return noisy ? new BigDecimal(Double.toString(Math.nextDown(stated.doubleValue()))) : stated;
    }

    private BigDecimal rounded(BigDecimal amount) {
        int digits = DIGITS.getOrDefault(source, EXCHANGES);
        if (amount.scale() <= digits) {
            return amount;
        }
        BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
        // Nobody states that less than a tenth of a cent is nothing.
        return rounded.signum() == 0 ? amount : rounded;
    }

    /** A price as it comes through a four-byte float. */
    BigDecimal price(BigDecimal price) {
        return source == YahooSource.ID && disagreement.has(LieKind.NOISE)
                ? new BigDecimal(Double.toString(price.floatValue()))
                : price;
    }
}
