/** The clock behind {@code exdate schedule}. */
@NullMarked
package dev.exdate.schedule;

import org.jspecify.annotations.NullMarked;
