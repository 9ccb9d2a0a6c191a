/** The daily run: {@link dev.exdate.run.DailyUpdate} is its plan; the rest prepares, supervises and ends it. */
@NullMarked
package dev.exdate.run;

import org.jspecify.annotations.NullMarked;
