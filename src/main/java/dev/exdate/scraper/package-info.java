/** What the five scrapers share: requesting, judging, writing, and the outcome. */
@NullMarked
package dev.exdate.scraper;

import org.jspecify.annotations.NullMarked;
