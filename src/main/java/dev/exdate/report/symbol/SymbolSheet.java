package dev.exdate.report.symbol;

import dev.exdate.finding.StoredFinding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about a symbol, or was believed on a day.
 *
 * @param next payments ahead, the nearest first
 * @param last payments that went ex, the newest first
 * @param findings the open ones, or those that were open on that day
 */
public record SymbolSheet(
        About about,
        Yields yields,
        List<Paid> next,
        List<Paid> last,
        List<SplitDay> splits,
        List<Held> holdings,
        List<StoredFinding> findings,
        List<Fresh> freshness) {
    public SymbolSheet {
        next = List.copyOf(next);
        last = List.copyOf(last);
        splits = List.copyOf(splits);
        holdings = List.copyOf(holdings);
        findings = List.copyOf(findings);
        freshness = List.copyOf(freshness);
    }

    /**
     * What it is.
     *
     * @param name empty if unknown, like the others
     * @param asOf the day whose beliefs these are; null for now
     */
    public record About(
            String symbol,
            String name,
            String exchange,
            String type,
            String strategy,
            String currency,
            @Nullable LocalDate asOf) {}

    /**
     * Price and yields; null where unknown.
     *
     * @param trailing as a fraction: what was paid in 365 days, over the price
     * @param projected whether the trailing yield is of less than a year, projected
     * @param paid what was paid in 365 days, split-adjusted
     * @param forward as a fraction: the last regular payment times the payments of a year, over the price; not kept for
     *     past days
     */
    public record Yields(
            @Nullable BigDecimal price,
            @Nullable LocalDate priceDay,
            @Nullable BigDecimal trailing,
            boolean projected,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal forward,
            @Nullable String rhythm,
            Optional<Stated> issuer) {}

    /** What the issuer states beside its last payment, per cent. */
    public record Stated(
            String source,
            LocalDate exDate,
            @Nullable BigDecimal distributionRate,
            @Nullable BigDecimal secYield,
            @Nullable BigDecimal roc) {}

    /** A payment that is believed. */
    public record Paid(
            LocalDate exDate,
            @Nullable LocalDate payDate,
            BigDecimal amount,
            String kind,
            String source,
            String reason,
            BigDecimal confidence) {}

    /** New shares for old ones. */
    public record SplitDay(LocalDate day, BigDecimal newShares, BigDecimal oldShares) {}

    /** @param weight per cent of the fund; null if it is not stated */
    public record Held(String asset, String name, @Nullable BigDecimal weight) {}

    /**
     * When a kind of data was read.
     *
     * @param at the last success; null if there was none
     * @param outcome of the last attempt: {@code data}, {@code nothing} or {@code failed}
     */
    public record Fresh(String kind, @Nullable Instant at, String outcome, String source) {}
}
