package dev.exdate.update;

import dev.exdate.database.bulk.BinaryRows;
import dev.exdate.market.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The change of each close from the one before it, and the same in per cent with six decimals.
 *
 * @param before the close before the first one; null if it is unknown
 */
record CloseChange(Decimals closes, @Nullable BigDecimal before) {
    private static final int PERCENT_DECIMALS = 6;
    private static final BigDecimal CENT = BigDecimal.valueOf(100);
    /** Hundred, and the decimals. */
    private static final long PERCENT = 100_000_000L;

    private static final long LARGEST = Long.MAX_VALUE / PERCENT;

    /** Gives both of the close with this index. */
    void write(BinaryRows out, int i) {
        if (i == 0 || !inWholeNumbers(out, i)) {
            inDecimals(out, i);
        }
    }

    /** As nearly all are; false if a number is too long for that. */
    private boolean inWholeNumbers(BinaryRows out, int i) {
        int scale = Math.max(closes.scale(i), closes.scale(i - 1));
        long previous = closes.aligned(i - 1, scale);
        long close = closes.aligned(i, scale);
        long change = close - previous;
        if (previous < 0 || close < 0 || Math.abs(change) > LARGEST) {
            return false;
        }
        long product = Math.abs(change) * PERCENT;
        long percent = product / previous;
        long rest = product - percent * previous;
        if (rest >= previous - rest) {
            percent++;
        }
        out.numeric(change, scale);
        out.numeric(change < 0 ? -percent : percent, PERCENT_DECIMALS);
        return true;
    }

    private void inDecimals(BinaryRows out, int i) {
        BigDecimal previous = i == 0 ? before : closes.get(i - 1);
        BigDecimal close = closes.get(i);
        if (previous == null || close == null) {
            out.absent();
            out.absent();
            return;
        }
        BigDecimal change = close.subtract(previous);
        out.numeric(change);
        if (previous.signum() == 0) {
            out.absent();
        } else {
            out.numeric(change.multiply(CENT).divide(previous, PERCENT_DECIMALS, RoundingMode.HALF_UP));
        }
    }
}
