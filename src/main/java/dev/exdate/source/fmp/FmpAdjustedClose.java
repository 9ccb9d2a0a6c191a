package dev.exdate.source.fmp;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A day's close adjusted for splits and dividends. */
public record FmpAdjustedClose(LocalDate date, BigDecimal adjClose) {}
