/** The field's own words: tickers, trading days, prices, distributions. Independent of files, web and tables. */
@NullMarked
package dev.exdate.market;

import org.jspecify.annotations.NullMarked;
