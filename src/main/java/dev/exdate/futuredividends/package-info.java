/** Declared dividends whose ex-date lies ahead. */
@NullMarked
package dev.exdate.futuredividends;

import org.jspecify.annotations.NullMarked;
