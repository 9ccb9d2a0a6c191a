/** Roundhill as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.roundhill;

import org.jspecify.annotations.NullMarked;
