package dev.exdate.source.snowball;

import dev.exdate.format.Fields;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declared dividend of the calendar.
 *
 * @param amount per share as declared, in {@code currency}
 * @param frequency as worded, lower case: {@code quarterly}
 */
public record CalendarDividend(
        Ticker ticker,
        @Nullable String name,
        LocalDate exDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        BigDecimal amount,
        @Nullable String currency,
        @Nullable String frequency) {

    Map<String, Object> fields() {
        return new Fields()
                .with("symbol", ticker.symbol())
                .with("exDate", exDate)
                .with("payDate", payDate)
                .with("declaredDate", declaredDate)
                .with("amount", amount)
                .with("currency", currency)
                .with("frequency", frequency)
                .with("name", name)
                .toMap();
    }
}
