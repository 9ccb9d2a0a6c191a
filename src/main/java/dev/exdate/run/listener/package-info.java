/** Who is told what a run does while it does it: the journal, the log, progress. */
@NullMarked
package dev.exdate.run.listener;

import org.jspecify.annotations.NullMarked;
