/** YieldMax as the sandbox plays it. */
@NullMarked
package dev.exdate.sandbox.site.yieldmax;

import org.jspecify.annotations.NullMarked;
