/** The field's own words: tickers, days the market trades, how often a fund pays. Knows nothing of files, web or tables. */
@NullMarked
package dev.exdate.market;

import org.jspecify.annotations.NullMarked;
