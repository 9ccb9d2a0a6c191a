package dev.exdate.source.issuer;

import dev.exdate.format.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a holdings file.
 *
 * @param account the fund's ticker as the file writes it; null where the file is of one fund and does not name it
 * @param asset a ticker, an OSI option symbol, a CUSIP or {@code Cash&Other}; null where the file has none
 * @param shares contracts for options, below zero for written ones
 * @param price USD; null in files without that column, like market value and weight
 * @param weight per cent of net assets, below zero for written options
 */
public record IssuerPosition(
        LocalDate date,
        @Nullable String account,
        @Nullable String asset,
        @Nullable String cusip,
        String name,
        @Nullable BigDecimal shares,
        @Nullable BigDecimal price,
        @Nullable BigDecimal marketValue,
        @Nullable BigDecimal weight) {
    /** The most lines of a file; broad bond funds have nearly twenty thousand. */
    public static final int MOST = 50_000;

    public Map<String, Object> fields() {
        return new Fields()
                .with("symbol", account)
                .with("date", date)
                .with("asset", asset)
                .with("name", name)
                .with("shares", shares)
                .with("weight", weight)
                .with("marketValue", marketValue)
                .toMap();
    }
}
