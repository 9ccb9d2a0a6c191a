package dev.exdate.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the report prints them. */
final class Figures {
    private Figures() {}

    /** {@code 24,817}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Per cent with one decimal, {@code 93.1%}; {@code 0.0%} if the total is 0. */
    static String percent(long part, long whole) {
        return share(part, whole).toPlainString() + "%";
    }

    /** Per cent with one decimal as a number. */
    static BigDecimal share(long part, long whole) {
        if (whole == 0) {
            return BigDecimal.ZERO.setScale(1);
        }
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** A fraction as per cent with two decimals, {@code 12.34}. */
    static String yield(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
