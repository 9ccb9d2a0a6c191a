/** What a task of the daily run is, seen from both sides: those who do the work and the pipeline that runs it. */
@NullMarked
package dev.exdate.task;

import org.jspecify.annotations.NullMarked;
