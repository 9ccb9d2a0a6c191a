/** Roundhill, holdings files. */
@NullMarked
package dev.exdate.source.roundhill;

import org.jspecify.annotations.NullMarked;
