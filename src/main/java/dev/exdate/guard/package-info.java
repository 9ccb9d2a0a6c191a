/** Plausibility: what a source says is compared with what it said before, and what cannot be is held back. */
@NullMarked
package dev.exdate.guard;

import org.jspecify.annotations.NullMarked;
