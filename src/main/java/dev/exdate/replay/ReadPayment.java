package dev.exdate.replay;

import dev.exdate.truth.PaymentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment as a kept answer states it. */
record ReadPayment(
        String source,
        String symbol,
        LocalDate exDate,
        PaymentKind kind,
        BigDecimal amount,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate declaredDate,
        @Nullable String frequency) {

    /** A source's day. */
    record Day(String source, String symbol, LocalDate exDate) {}

    /** Empty for a row that is about no payment. */
    static Optional<ReadPayment> of(String source, Map<String, Object> row) {
        if (!(row.get("exDate") instanceof LocalDate exDate)
                || !(row.get("amount") instanceof BigDecimal amount)
                || !row.containsKey("symbol")) {
            return Optional.empty();
        }
        Object words = row.getOrDefault("kind", row.getOrDefault("distributionType", row.get("frequency")));
        return Optional.of(new ReadPayment(
                source,
                String.valueOf(row.get("symbol")),
                exDate,
                PaymentKind.of(words == null ? null : words.toString(), amount),
                amount,
                day(row, "recordDate"),
                day(row, "payDate"),
                day(row, "declaredDate"),
                row.get("frequency") instanceof String frequency ? frequency : null));
    }

    private static @Nullable LocalDate day(Map<String, Object> row, String name) {
        return row.get(name) instanceof LocalDate day ? day : null;
    }

    Day day() {
        return new Day(source, symbol, exDate);
    }
}
