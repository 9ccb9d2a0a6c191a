/** Dividend notices of Cboe: of what is listed there, by issuer and declaration day. */
@NullMarked
package dev.exdate.scraper.cboe;

import org.jspecify.annotations.NullMarked;
