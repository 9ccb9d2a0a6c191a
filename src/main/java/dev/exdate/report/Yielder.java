package dev.exdate.report;

import java.math.BigDecimal;

/**
 * One of the best payers.
 *
 * @param yield trailing dividend yield, a fraction
 * @param company company, else name, else empty
 */
record Yielder(String symbol, BigDecimal yield, String company) {}
