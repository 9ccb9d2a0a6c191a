package dev.exdate.source.cboe;

import dev.exdate.format.Fields;
import dev.exdate.market.Ticker;
import dev.exdate.truth.PaymentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a notice. It lacks the declaration day, which is in the question.
 *
 * @param amount USD per share as declared, up to six decimals
 * @param type {@code Cash Dividend} and others
 */
public record NoticedDividend(
        Ticker ticker,
        @Nullable String name,
        LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        BigDecimal amount,
        @Nullable String frequency,
        @Nullable String type) {

    Map<String, Object> fields() {
        return new Fields()
                .with("symbol", ticker.symbol())
                .with("exDate", exDate)
                .with("recordDate", recordDate)
                .with("payDate", payDate)
                .with("amount", amount)
                .with("frequency", frequency)
                .with("kind", PaymentKind.of(type, amount).word())
                .with("name", name)
                .toMap();
    }
}
