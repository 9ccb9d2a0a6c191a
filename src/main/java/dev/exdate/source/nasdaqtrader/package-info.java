/** Nasdaq Trader's symbol directory. */
@NullMarked
package dev.exdate.source.nasdaqtrader;

import org.jspecify.annotations.NullMarked;
