package dev.exdate.source.yieldmax;

import dev.exdate.format.Fields;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as a fund page or a release declares it.
 *
 * @param ticker null only where a saved piece of a fund page does not name its fund
 * @param amount USD per share; zero is a declaration of nothing
 * @param frequency as worded: {@code Weekly}, {@code Every 4 weeks}; fund pages do not state it
 */
public record Declaration(
        @Nullable Ticker ticker,
        LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        BigDecimal amount,
        @Nullable String frequency,
        @Nullable String name,
        Rates rates) {

    /**
     * Per cents, as stated.
     *
     * @param roc return of capital, of the amount
     * @param distribution a year; above 100 for some
     * @param secYield SEC yield of 30 days
     */
    public record Rates(
            @Nullable BigDecimal roc,
            @Nullable BigDecimal distribution,
            @Nullable BigDecimal secYield) {
        public static final Rates NONE = new Rates(null, null, null);
    }

    private static final int MOST_DAYS_APART = 366;

    /** @throws UnreadableCell if a date is more than a year from the ex-date: part of it is missing, or it is another fund's */
    public Declaration {
        for (LocalDate other : Stream.of(recordDate, payDate, declaredDate)
                .filter(Objects::nonNull)
                .toList()) {
            if (Math.abs(ChronoUnit.DAYS.between(exDate, other)) > MOST_DAYS_APART) {
                throw new UnreadableCell("date of the distribution of " + exDate, other.toString());
            }
        }
    }

    public Map<String, Object> fields() {
        return new Fields()
                .with("symbol", ticker == null ? null : ticker.symbol())
                .with("exDate", exDate)
                .with("recordDate", recordDate)
                .with("payDate", payDate)
                .with("declaredDate", declaredDate)
                .with("amount", amount)
                .with("frequency", frequency)
                .with("kind", amount.signum() == 0 ? "zero" : null)
                .with("roc", rates.roc())
                .with("distributionRate", rates.distribution())
                .with("secYield", rates.secYield())
                .with("name", name)
                .toMap();
    }
}
