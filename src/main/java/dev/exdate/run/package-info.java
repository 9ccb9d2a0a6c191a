/** The daily run: {@link dev.exdate.run.DailyUpdate} is its plan; the rest carries it out, watches it and ends it. */
@NullMarked
package dev.exdate.run;

import org.jspecify.annotations.NullMarked;
