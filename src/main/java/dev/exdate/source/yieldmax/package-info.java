/** YieldMax's own site. */
@NullMarked
package dev.exdate.source.yieldmax;

import org.jspecify.annotations.NullMarked;
