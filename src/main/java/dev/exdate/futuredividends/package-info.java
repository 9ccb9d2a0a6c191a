/** Upcoming dividends: declared, with an ex-date in the future. */
@NullMarked
package dev.exdate.futuredividends;

import org.jspecify.annotations.NullMarked;
