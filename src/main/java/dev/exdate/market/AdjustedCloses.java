package dev.exdate.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Closes adjusted for dividends: each close before an ex-date is lowered by the share of the last of them that was paid.
 * A gain is in the day's dividend once; what is more than the share was worth changes nothing.
 */
public final class AdjustedCloses {
    /** Of cash per share, as sources that adjust for splits have it, and of an adjusted close. */
    private static final int DECIMALS = 6;

    private static final int DECIMALS_BELOW_A_DIME = 10;
    private static final BigDecimal DIME = new BigDecimal("0.1");

    private AdjustedCloses() {}

    /** From this bar on, so much is left of a close before it. */
    private record Share(int bar, BigDecimal left) {}

    /** @param paid split-adjusted cash, by ex-date */
    public static Decimals of(PriceBars bars, Map<LocalDate, BigDecimal> paid) {
        Decimals closes = bars.prices().close();
        List<Share> shares = shares(bars, paid);
        if (shares.isEmpty()) {
            return closes;
        }
        Decimals.Builder adjusted = new Decimals.Builder(bars.size());
        int next = 0;
        for (int i = 0; i < bars.size(); i++) {
            while (next < shares.size() && shares.get(next).bar() <= i) {
                next++;
            }
            if (next == shares.size()) {
                adjusted.add(closes.get(i));
            } else {
                adjusted.add(times(
                        Objects.requireNonNull(closes.get(i)), shares.get(next).left()));
            }
        }
        return adjusted.build();
    }

    /** Cash per share of today. */
    public static BigDecimal splitAdjusted(BigDecimal amount, LocalDate exDate, List<Split> splits) {
        BigDecimal numerator = BigDecimal.ONE;
        BigDecimal denominator = BigDecimal.ONE;
        for (Split split : splits) {
            if (split.date().isAfter(exDate)) {
                numerator = numerator.multiply(split.numerator());
                denominator = denominator.multiply(split.denominator());
            }
        }
        return numerator.compareTo(denominator) == 0
                ? amount
                : amount.multiply(denominator).divide(numerator, DECIMALS, RoundingMode.HALF_UP);
    }

    /** By bar; each with what all later dividends leave. */
    private static List<Share> shares(PriceBars bars, Map<LocalDate, BigDecimal> paid) {
        List<Share> shares = new ArrayList<>();
        paid.forEach((exDate, cash) -> {
            int bar = bars.first(exDate);
            if (bar > 0 && bar < bars.size() && cash.signum() > 0) {
                BigDecimal close = bars.get(bar - 1).close();
                if (cash.compareTo(close) < 0) {
                    shares.add(new Share(bar, BigDecimal.ONE.subtract(cash.divide(close, MathContext.DECIMAL64))));
                }
            }
        });
        shares.sort((one, other) -> Integer.compare(one.bar(), other.bar()));
        BigDecimal left = BigDecimal.ONE;
        for (int i = shares.size() - 1; i >= 0; i--) {
            left = left.multiply(shares.get(i).left(), MathContext.DECIMAL64);
            shares.set(i, new Share(shares.get(i).bar(), left));
        }
        return shares;
    }

    private static BigDecimal times(BigDecimal close, BigDecimal left) {
        BigDecimal adjusted = close.multiply(left)
                .setScale(close.compareTo(DIME) < 0 ? DECIMALS_BELOW_A_DIME : DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return adjusted.scale() < 2 ? adjusted.setScale(2) : adjusted;
    }
}
