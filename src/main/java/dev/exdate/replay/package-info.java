/** Reads kept answers of sources again, with today's parsers. */
@NullMarked
package dev.exdate.replay;

import org.jspecify.annotations.NullMarked;
