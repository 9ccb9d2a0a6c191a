/** Nasdaq Trader's symbol directory: what is listed on the US exchanges. */
@NullMarked
package dev.exdate.provider.nasdaqtrader;

import org.jspecify.annotations.NullMarked;
