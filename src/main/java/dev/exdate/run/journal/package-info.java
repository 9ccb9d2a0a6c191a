/** Runs and tasks as the database keeps them, for whoever looks or continues later. */
@NullMarked
package dev.exdate.run.journal;

import org.jspecify.annotations.NullMarked;
