package dev.exdate.source.nasdaqtrader;

import dev.exdate.market.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A line of the directory; test issues are left out.
 *
 * @param exchange the database's short name: {@code NASDAQ}, {@code NYSE}, {@code AMEX}, {@code PCX}, {@code BATS},
 *     {@code IEX}
 * @param etf null where the file leaves it open
 * @param financialStatus {@code N} normal, {@code D} deficient, {@code E} delinquent, {@code Q} bankrupt and mixtures;
 *     null in the file of the other exchanges
 */
public record ListedLine(
        Ticker ticker,
        String name,
        String exchange,
        @Nullable Boolean etf,
        @Nullable String financialStatus) {}
