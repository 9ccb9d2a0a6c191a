/** What the five scrapers have in common: how they ask, judge, write and conclude. */
@NullMarked
package dev.exdate.scraper;

import org.jspecify.annotations.NullMarked;
