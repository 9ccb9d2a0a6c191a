/** What a task of the daily run is: for the rooms that implement tasks and for the run that starts them. */
@NullMarked
package dev.exdate.task;

import org.jspecify.annotations.NullMarked;
