/** NYSE's list of ex-dates that are not record dates, which a script renders, and its list of corporate actions. */
@NullMarked
package dev.exdate.scraper.nyse;

import org.jspecify.annotations.NullMarked;
