package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A made-up security.
 *
 * @param name as the exchanges' directories have it
 * @param exchange the database's short name: {@code NYSE}, {@code NASDAQ}, {@code AMEX}, {@code PCX} (Arca), {@code BATS}
 * @param issuer of a fund; the company's own name for shares
 * @param sector empty for funds
 * @param marketCap USD; 0 where a source would say nothing
 * @param expenseRatio a fraction (0.0099), null for shares
 * @param underlying of a single-share option fund
 */
public record Listing(
        Ticker ticker,
        String name,
        Kind kind,
        String exchange,
        String issuer,
        String sector,
        String industry,
        long marketCap,
        @Nullable BigDecimal expenseRatio,
        @Nullable Ticker underlying) {
    /** As sources name it that do not say what kind of share it is. */
    public String company() {
        return kind == Kind.SHARE ? issuer : name;
    }

    public enum Kind {
        SHARE,
        ETF,
        /** A YieldMax-like option-income fund: fund pages, releases and Tidal holdings files tell of it. */
        OPTION_FUND,
        TRUST,
        PREFERRED
    }
}
