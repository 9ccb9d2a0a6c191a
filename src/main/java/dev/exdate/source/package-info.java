/** The description of each source, and the list of all; each source has its own folder. */
@NullMarked
package dev.exdate.source;

import org.jspecify.annotations.NullMarked;
