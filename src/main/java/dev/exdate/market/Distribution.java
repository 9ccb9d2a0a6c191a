package dev.exdate.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of a share or fund.
 *
 * @param amount per share as declared, not adjusted for later splits; zero declares that nothing is paid
 * @param adjAmount adjusted for later splits, if the source gives it
 * @param frequency in the source's words; null if not stated
 * @param currency ISO code, null if not stated
 * @param kind in the source's words, such as {@code Capital Gain}; null if not stated
 */
public record Distribution(
        Ticker ticker,
        LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        BigDecimal amount,
        @Nullable BigDecimal adjAmount,
        @Nullable String frequency,
        @Nullable String currency,
        @Nullable String kind) {

    public Distribution(
            Ticker ticker,
            LocalDate exDate,
            @Nullable LocalDate recordDate,
            @Nullable LocalDate payDate,
            @Nullable LocalDate declaredDate,
            BigDecimal amount,
            @Nullable BigDecimal adjAmount,
            @Nullable String frequency,
            @Nullable String currency) {
        this(ticker, exDate, recordDate, payDate, declaredDate, amount, adjAmount, frequency, currency, null);
    }

    /**
     * The same with another amount.
     *
     * @param samePayment whether it is the same payment, so that the adjusted amount still belongs to it
     */
    public Distribution paying(BigDecimal other, boolean samePayment) {
        return new Distribution(
                ticker,
                exDate,
                recordDate,
                payDate,
                declaredDate,
                other,
                samePayment ? adjAmount : null,
                frequency,
                currency,
                kind);
    }
}
