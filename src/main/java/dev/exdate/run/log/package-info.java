/** The log files of a run and its tasks. */
@NullMarked
package dev.exdate.run.log;

import org.jspecify.annotations.NullMarked;
