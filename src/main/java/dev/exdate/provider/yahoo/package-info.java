/** Yahoo Finance: one chart request gives a symbol's prices, dividends and splits. */
@NullMarked
package dev.exdate.provider.yahoo;

import org.jspecify.annotations.NullMarked;
