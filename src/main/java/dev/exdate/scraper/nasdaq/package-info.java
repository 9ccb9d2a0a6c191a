/** NASDAQ's dividend calendar, a day of ex-dates at a time. */
@NullMarked
package dev.exdate.scraper.nasdaq;

import org.jspecify.annotations.NullMarked;
