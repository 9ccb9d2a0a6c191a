package dev.exdate.truth;

import java.math.BigDecimal;

/**
 * A value that is believed.
 *
 * @param source who states it
 * @param inFavour independent sources that mean the same, its own included
 * @param against independent sources that differ
 * @param confidence between 0 and 1
 */
public record Choice<V>(V value, String source, Reason reason, int inFavour, int against, BigDecimal confidence) {}
