package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A made-up security.
 *
 * @param name as in the exchanges' directories
 * @param exchange the database's short name: {@code NYSE}, {@code NASDAQ}, {@code AMEX}, {@code PCX} (Arca), {@code
 *     BATS}
 * @param issuer of a fund; the company's own name for shares
 * @param sector empty for funds
 * @param marketCap USD; 0 if a source would say nothing
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
    /** The name at sources that do not state the kind of share. */
    public String company() {
        return kind == Kind.SHARE ? issuer : name;
    }

    public enum Kind {
        SHARE,
        ETF,
        /** A YieldMax-like option-income fund: it appears on fund pages, in releases and in Tidal holdings files. */
        OPTION_FUND,
        TRUST,
        PREFERRED
    }
}
