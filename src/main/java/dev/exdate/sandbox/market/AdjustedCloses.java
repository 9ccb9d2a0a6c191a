package dev.exdate.sandbox.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Closes adjusted for dividends: each close before an ex-date is lowered by the share of it that was paid out. */
public final class AdjustedCloses {
    private static final int DECIMALS = 6;

    private AdjustedCloses() {}

    /**
     * In the order of the days.
     *
     * @param closes split-adjusted, one for each day
     * @param paid split-adjusted, by ex-date
     */
    public static List<BigDecimal> of(List<LocalDate> days, List<BigDecimal> closes, Map<LocalDate, BigDecimal> paid) {
        BigDecimal[] adjusted = new BigDecimal[days.size()];
        BigDecimal factor = BigDecimal.ONE;
        for (int i = days.size() - 1; i >= 0; i--) {
            BigDecimal close = closes.get(i);
            BigDecimal dividend = i + 1 < days.size() ? paid.get(days.get(i + 1)) : null;
            if (dividend != null) {
                factor = factor.multiply(
                        BigDecimal.ONE.subtract(dividend.divide(close, MathContext.DECIMAL64)), MathContext.DECIMAL64);
            }
            adjusted[i] = plain(close.multiply(factor));
        }
        return List.of(adjusted);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 2 ? rounded.setScale(2) : rounded;
    }
}
