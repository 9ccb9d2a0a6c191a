/** Runs and tasks in the database, for reports and for resuming. */
@NullMarked
package dev.exdate.run.journal;

import org.jspecify.annotations.NullMarked;
