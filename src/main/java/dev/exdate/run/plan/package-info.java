/** What a run is to do, and how its tasks ended. */
@NullMarked
package dev.exdate.run.plan;

import org.jspecify.annotations.NullMarked;
