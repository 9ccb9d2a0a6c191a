/** What is doubtful, contradictory, repaired or unreadable: one row each in {@code exdate.finding}. */
@NullMarked
package dev.exdate.finding;

import org.jspecify.annotations.NullMarked;
