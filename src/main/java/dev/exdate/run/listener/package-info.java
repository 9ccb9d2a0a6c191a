/** The listeners of a run: the journal, the log, progress. */
@NullMarked
package dev.exdate.run.listener;

import org.jspecify.annotations.NullMarked;
