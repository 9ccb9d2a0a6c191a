/** NASDAQ's site API: the dividend calendar and the screener. */
@NullMarked
package dev.exdate.provider.nasdaq;

import org.jspecify.annotations.NullMarked;
