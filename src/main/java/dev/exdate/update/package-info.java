/** The main update: which symbols are due, which source answers, what is written and derived. */
@NullMarked
package dev.exdate.update;

import org.jspecify.annotations.NullMarked;
