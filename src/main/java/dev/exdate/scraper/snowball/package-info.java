/** Snowball Analytics' dividend calendar: declared dividends of a list of shares. */
@NullMarked
package dev.exdate.scraper.snowball;

import org.jspecify.annotations.NullMarked;
