package dev.exdate.scraper.yieldmax;

import dev.exdate.format.Fields;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as a fund page or a release declares it.
 *
 * @param ticker null only where a saved piece of a fund page does not name its fund
 * @param amount USD per share; zero is a declaration of nothing
 * @param frequency as worded: {@code Weekly}, {@code Every 4 weeks}; fund pages do not state it
 */
record Declaration(
        @Nullable Ticker ticker,
        LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        BigDecimal amount,
        @Nullable String frequency,
        @Nullable String name) {

    Map<String, Object> fields() {
        return new Fields()
                .with("symbol", ticker == null ? null : ticker.symbol())
                .with("exDate", exDate)
                .with("recordDate", recordDate)
                .with("payDate", payDate)
                .with("declaredDate", declaredDate)
                .with("amount", amount)
                .with("frequency", frequency)
                .with("name", name)
                .toMap();
    }
}
