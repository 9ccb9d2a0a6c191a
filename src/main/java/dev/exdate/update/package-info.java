/** The main update: which symbols are due, which source answers, what is written, what follows from it. */
@NullMarked
package dev.exdate.update;

import org.jspecify.annotations.NullMarked;
