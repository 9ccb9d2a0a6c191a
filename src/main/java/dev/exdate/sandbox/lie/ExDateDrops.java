package dev.exdate.sandbox.lie;

import dev.exdate.sandbox.market.AdjustedCloses;
import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.SplitAdjustment;
import dev.exdate.sandbox.market.StockSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prices that fall on the ex-date by what is paid, and come back until the next one, so that their level stays.
 *
 * @param falling otherwise only the adjusted closes are computed again
 */
record ExDateDrops(boolean falling) {
    private static final int SESSIONS_A_YEAR = 252;
    private static final int SLOWEST = 60;
    private static final double LARGEST = 0.6;

    List<Bar> applied(List<Bar> plain, List<Payout> payouts, List<StockSplit> splits) {
        if (plain.isEmpty()) {
            return plain;
        }
        List<Bar> bars = falling ? fallen(plain, payouts, new SplitAdjustment(splits)) : plain;
        List<BigDecimal> adjusted = AdjustedCloses.of(
                bars.stream().map(Bar::date).toList(),
                bars.stream().map(Bar::close).toList(),
                new SplitAdjustment(splits).byExDate(payouts, plain.getLast().date()));
        List<Bar> all = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            all.add(new Bar(bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), adjusted.get(i), bar.volume()));
        }
        return all;
    }

    private static List<Bar> fallen(List<Bar> plain, List<Payout> payouts, SplitAdjustment adjustment) {
        double[] level = new double[plain.size()];
        Arrays.fill(level, 1);
        for (Payout payout : payouts) {
            int day = indexOf(plain, payout);
            if (day > 0 && payout.amount().signum() > 0) {
                double before = plain.get(day - 1).close().doubleValue() * level[day - 1];
                double share = Math.min(LARGEST, adjustment.amount(payout).doubleValue() / before);
                int sessions = Math.min(SLOWEST, SESSIONS_A_YEAR / PayoutYear.payments(payout.frequency()));
                for (int i = 0; i < sessions && day + i < level.length; i++) {
                    level[day + i] *= 1 - share * (sessions - i) / sessions;
                }
            }
        }
        List<Bar> bars = new ArrayList<>(plain.size());
        for (int i = 0; i < level.length; i++) {
            Bar bar = plain.get(i);
            BigDecimal factor = BigDecimal.valueOf(level[i]);
            bars.add(new Bar(
                    bar.date(),
                    times(bar.open(), factor),
                    times(bar.high(), factor),
                    times(bar.low(), factor),
                    times(bar.close(), factor),
                    bar.adjClose(),
                    bar.volume()));
        }
        return bars;
    }

    private static int indexOf(List<Bar> bars, Payout payout) {
        int low = 0;
        int high = bars.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            int order = bars.get(middle).date().compareTo(payout.exDate());
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static BigDecimal times(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor).setScale(Math.max(2, price.scale()), RoundingMode.HALF_UP);
    }
}
