/** Checks of the set-up before a run. */
@NullMarked
package dev.exdate.doctor;

import org.jspecify.annotations.NullMarked;
