/** Alpha Vantage. */
@NullMarked
package dev.exdate.source.alphavantage;

import org.jspecify.annotations.NullMarked;
