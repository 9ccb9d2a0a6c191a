/** What every source says of itself, and the list of all; each lives in a folder of its own. */
@NullMarked
package dev.exdate.source;

import org.jspecify.annotations.NullMarked;
