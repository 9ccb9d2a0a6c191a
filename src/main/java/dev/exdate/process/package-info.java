/** Processes: this one, and those it starts. */
@NullMarked
package dev.exdate.process;

import org.jspecify.annotations.NullMarked;
