package dev.exdate.truth;

import java.math.BigDecimal;

/** Something that states no amount, but speaks for or against one: the price on the ex-date. */
@FunctionalInterface
public interface Witness {
    /** How much better its word must fit one amount than another, to count. */
    BigDecimal CLEAR = BigDecimal.valueOf(20);

    /** One that has seen nothing. */
    Witness SILENT = cash -> BigDecimal.ONE;

    /**
     * How well what it has seen fits the amount, compared with what it has seen of other days: one where it tells
     * nothing, 100 where it fits a hundred times better, 0.01 where it fits a hundred times worse.
     *
     * @param cash all that is paid on the day; zero for a day without a payment
     */
    BigDecimal odds(BigDecimal cash);
}
