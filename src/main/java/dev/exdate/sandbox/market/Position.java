package dev.exdate.sandbox.market;

import java.math.BigDecimal;

/**
 * One line of a fund's holdings.
 *
 * @param asset a ticker, an OSI option symbol, a CUSIP or {@code Cash&Other}
 * @param weight per cent, negative for written options
 */
public record Position(
        String asset,
        String cusip,
        String name,
        BigDecimal shares,
        BigDecimal price,
        BigDecimal marketValue,
        BigDecimal weight) {}
