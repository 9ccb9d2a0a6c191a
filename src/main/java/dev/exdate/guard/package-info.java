/** Plausibility: new data is compared with earlier data, and implausible data is held back. */
@NullMarked
package dev.exdate.guard;

import org.jspecify.annotations.NullMarked;
