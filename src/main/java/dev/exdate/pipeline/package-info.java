/** The daily run: its plan, its tasks' outcomes, time limits, lock, logs. */
@NullMarked
package dev.exdate.pipeline;

import org.jspecify.annotations.NullMarked;
