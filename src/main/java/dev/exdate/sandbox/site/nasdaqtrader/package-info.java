/** Nasdaq Trader as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.nasdaqtrader;

import org.jspecify.annotations.NullMarked;
