package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;

/** New shares for old: {@code 3} for {@code 2}. */
public record StockSplit(Ticker ticker, LocalDate date, BigDecimal numerator, BigDecimal denominator) {}
