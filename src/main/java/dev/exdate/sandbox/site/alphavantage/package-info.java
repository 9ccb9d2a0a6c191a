/** Alpha Vantage as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.alphavantage;

import org.jspecify.annotations.NullMarked;
