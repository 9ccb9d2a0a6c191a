package dev.exdate.sandbox.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A day's prices as sources give them: split-adjusted, {@code adjClose} split- and dividend-adjusted as of the market's day. */
public record Bar(
        LocalDate date,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal adjClose,
        long volume) {}
