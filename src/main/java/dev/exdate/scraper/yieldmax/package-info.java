/** The YieldMax funds' distributions: the issuer's fund pages first, its press releases second. */
@NullMarked
package dev.exdate.scraper.yieldmax;

import org.jspecify.annotations.NullMarked;
