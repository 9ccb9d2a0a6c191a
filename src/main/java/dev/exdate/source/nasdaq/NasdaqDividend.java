package dev.exdate.source.nasdaq;

import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the calendar.
 *
 * @param rate USD per share; foreign payers are converted
 * @param annual indicated annual dividend, USD; null where unknown, which the source writes as 0
 */
public record NasdaqDividend(
        Ticker ticker,
        @Nullable String companyName,
        LocalDate exDate,
        @Nullable LocalDate payDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate announcementDate,
        BigDecimal rate,
        @Nullable BigDecimal annual) {
    /** As other sources state it. */
    public Distribution paid() {
        return new Distribution(ticker, exDate, recordDate, payDate, announcementDate, rate, null, null, null);
    }
}
