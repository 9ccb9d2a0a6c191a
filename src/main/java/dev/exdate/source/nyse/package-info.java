/** NYSE's ex-date page and its list of corporate actions. */
@NullMarked
package dev.exdate.source.nyse;

import org.jspecify.annotations.NullMarked;
